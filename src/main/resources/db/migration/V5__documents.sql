-- Letters. A letter is drafted once for its case and occasion: drafted_for holds that while it is not withdrawn.
create table whistle.document (
    id              varchar(36)  primary key,
    case_no         varchar(20)  not null references whistle.case_file (case_no),
    drafted_for     varchar(200) unique,
    letter          varchar(64)  not null,
    title           varchar(100) not null,
    unit            varchar(64)  not null,
    handled_by      varchar(64)  not null,
    clause          varchar(200) not null,
    state           varchar(12)  not null,
    drafted_at      timestamp with time zone not null,
    doc_number      varchar(200),
    signed_by       varchar(64),
    signed_at       timestamp with time zone,
    served_how      varchar(20),
    served_on       date,
    served_by       varchar(64),
    served_at       timestamp with time zone,
    acknowledged_by varchar(64),
    acknowledged_at timestamp with time zone,
    unique (unit, doc_number)
);
create index document_case on whistle.document (case_no);

-- Versions are only added. made_in is the step of the model that made one, so that a step done again makes no second.
create table whistle.document_version (
    document_id varchar(36) not null references whistle.document (id),
    version     integer     not null,
    origin      varchar(12) not null,
    made_in     varchar(64),
    made_by     varchar(64),
    made_at     timestamp with time zone not null,
    size        bigint      not null,
    sha256      varchar(64) not null,
    content     ${bytes}    not null,
    primary key (document_id, version)
);

-- A number is taken in the transaction that signs, so that what is undone leaves no hole.
create table whistle.document_series (
    unit        varchar(64) not null,
    number_word varchar(20) not null,
    series_year integer     not null,
    last_number integer     not null,
    primary key (unit, number_word, series_year)
);
