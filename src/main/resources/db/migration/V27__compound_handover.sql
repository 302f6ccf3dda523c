create sequence whistle.case_no_jg;

-- A compound that is handed over, one case at a time: open_compound is the compound for as long as the case is open.
-- The company that leaves, why and until when stand here as they were told to the case; a compound that nobody runs has
-- no such company. settled_from is the first day of whoever is to run it from then on, once that is known.
create table whistle.compound_handover (
    case_no       varchar(20) primary key references whistle.case_file (case_no),
    compound      varchar(64) not null references whistle.compound (id),
    open_compound varchar(64) unique references whistle.compound (id),
    parent        varchar(20) references whistle.case_file (case_no),
    company       varchar(64) references whistle.company (id),
    reason        varchar(40) not null,
    last_day      date,
    settled_from  date
);
create index compound_handover_of on whistle.compound_handover (compound);
