-- What supervisors see of open cases is read from parts of indexes that hold open cases only, however many are closed:
-- a case is open while closed_at is null, a clock while ended_at is, a task while until is. What a closed case leaves
-- behind without an end says so (closed): its units, and clocks whose duty was never done.
create index case_file_open on whistle.case_file (closed_at, procedure, street, community, company, unit, case_no);
create index case_file_received on whistle.case_file (received_at);

alter table whistle.case_unit add column closed boolean not null default false;
update whistle.case_unit set closed = true
where case_no in (select case_no from whistle.case_file where closed_at is not null);
create index case_unit_open on whistle.case_unit (closed, unit, ended, case_no);

alter table whistle.case_clock add column closed boolean not null default false;
update whistle.case_clock set closed = true
where ended_at is null and case_no in (select case_no from whistle.case_file where closed_at is not null);
create index case_clock_open on whistle.case_clock (ended_at, closed, state, due_at, case_no);

create index case_hold_open on whistle.case_hold (until, unit, case_no, task, element);
create index sanction_event_kind on whistle.sanction_event (kind, at);
