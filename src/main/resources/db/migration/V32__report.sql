-- Reports of an office about a month, a quarter or a year, each issued once. What was counted is kept as it was read that
-- day, and so are both files that were made from it: what turns out otherwise later changes the board, not the report.
create table whistle.report (
    id          varchar(36)  primary key,
    office      varchar(64)  not null references whistle.unit (id),
    kind        varchar(10)  not null,
    period      varchar(10)  not null,
    number      varchar(200) not null unique,
    title       varchar(200) not null,
    figures     text         not null,
    sha256      varchar(64)  not null,
    docx        ${bytes}     not null,
    docx_sha256 varchar(64)  not null,
    xlsx        ${bytes}     not null,
    xlsx_sha256 varchar(64)  not null,
    issued_by   varchar(64)  not null,
    issued_at   timestamp with time zone not null,
    constraint report_once unique (office, kind, period)
);
