-- Each task list is shown to those it is for; until now every group was granted all lists at once.
delete from public.act_ru_authorization
where type_ = 1 and resource_type_ = 5 and resource_id_ = '*'
  and group_id_ in (select id || '.officer' from whistle.unit union all select id || '.lead' from whistle.unit);

-- What an officer has done, the latest first.
create index case_event_actor on whistle.case_event (actor, id);
