-- Who does somebody's tasks while he or she is away, from day to day. Rows are only added; one that ends early says when
-- and by whom.
create table whistle.cover (
    id        varchar(36)  primary key,
    person    varchar(64)  not null,
    deputy    varchar(64)  not null,
    first_day date         not null,
    last_day  date         not null,
    reason    varchar(200) not null,
    made_by   varchar(64)  not null,
    made_at   timestamp with time zone not null,
    ended_by  varchar(64),
    ended_at  timestamp with time zone
);
create index cover_person on whistle.cover (person, last_day);
create index cover_deputy on whistle.cover (deputy, last_day);

-- In whose place the actor did it.
alter table whistle.case_event add column stands_in_for varchar(64);
