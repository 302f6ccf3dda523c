-- Every import of a year raises the version, so that each node notices that what it keeps of the calendar is behind.
create table whistle.calendar_version (
    only_row integer primary key check (only_row = 1),
    version  bigint  not null
);
insert into whistle.calendar_version (only_row, version) values (1, 1);

-- Who starts a clock asks by this view. On PostgreSQL it holds the version until its transaction ends, so that an
-- import, which raises the version first, waits for it and then sees its clock.
create view whistle.calendar_now as select version from whistle.calendar_version ${hold};

alter table whistle.clock_event add reason varchar(200);

-- A make-up workday is named by its holiday; that it is one is said where it is shown.
update whistle.calendar_day set name = replace(name, '调休上班', '') where working;
