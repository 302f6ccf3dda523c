-- Patrols of compounds (P04). One that found nothing is a row and nothing else. Who went is sealed; people_mark tells
-- whether it is the same people again. patrolled_on and week (its Monday) are China's days, kept for counting.
create table whistle.patrol (
    id           varchar(36)  primary key,
    unit         varchar(64)  not null references whistle.unit (id),
    compound     varchar(64)  not null references whistle.compound (id),
    kind         varchar(20)  not null,
    patrolled_at timestamp with time zone not null,
    patrolled_on date         not null,
    week         date         not null,
    people_key   varchar(64)  not null,
    people       text         not null,
    people_mark  varchar(64)  not null,
    finding      boolean      not null,
    note         varchar(500),
    content      varchar(64)  not null,
    recorded_by  varchar(64)  not null,
    recorded_at  timestamp with time zone not null,
    case_no      varchar(20)  references whistle.case_file (case_no),
    constraint patrol_once unique (unit, compound, patrolled_at, people_mark)
);
create index patrol_week_of on whistle.patrol (week, unit);
create index patrol_compound on whistle.patrol (compound, week);
create index patrol_case on whistle.patrol (case_no);

-- What a unit plans beyond the minimum: for a compound, or for all of its compounds together (compound is empty).
create table whistle.patrol_plan (
    unit     varchar(64)  not null references whistle.unit (id),
    compound varchar(64)  not null,
    per_week integer      not null,
    days     varchar(20)  not null,
    set_by   varchar(64)  not null,
    set_at   timestamp with time zone not null,
    primary key (unit, compound)
);

-- Weeks that have been counted, each once; the row claims the week.
create table whistle.patrol_closing (
    week      date primary key,
    closed_at timestamp with time zone not null
);

-- How a week ended; never changed. streak is how many weeks in a row fell short, this one included; 0 if it did not.
create table whistle.patrol_week (
    unit      varchar(64) not null references whistle.unit (id),
    compound  varchar(64) not null,
    week      date        not null,
    minimum   integer     not null,
    planned   integer     not null,
    done      integer     not null,
    shortfall integer     not null,
    streak    integer     not null,
    primary key (unit, compound, week)
);
create index patrol_week_short on whistle.patrol_week (week, shortfall);

-- Numbers of cases of series of short weeks.
create sequence whistle.case_no_xz;
