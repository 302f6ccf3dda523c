-- A step that starts another case is claimed by its run, so that it starts one: of whistles and exits alike.
create table whistle.claimed_step (
    case_no varchar(20)  not null references whistle.case_file (case_no),
    step    varchar(100) not null,
    primary key (case_no, step)
);
insert into whistle.claimed_step (case_no, step)
select cause, step from whistle.whistle_blown
union
select case_no, step from whistle.exit_step;
drop table whistle.whistle_blown;
drop table whistle.exit_step;
