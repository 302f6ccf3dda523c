-- What is handed over when a company leaves a compound, item by item. Append-only: an item's entry with the highest number
-- counts, the others tell what it said before. The item's name is kept as it was called then.
create table whistle.handover_item (
    id          varchar(36)  primary key,
    case_no     varchar(20)  not null references whistle.case_file (case_no),
    item        varchar(64)  not null,
    number      integer      not null,
    name        varchar(100) not null,
    measure     varchar(20)  not null,
    state       varchar(20)  not null,
    quantity    integer,
    amount      numeric(14, 2),
    content     varchar(1000),
    reason      varchar(500),
    correction  varchar(500),
    signed_on   varchar(20)  not null,
    sheet       varchar(36)  references whistle.attachment (id),
    recorded_by varchar(64)  not null,
    recorded_at timestamp with time zone not null,
    constraint handover_item_once unique (case_no, item, number),
    constraint handover_item_sheet check ((signed_on = 'PAPER' and sheet is not null) or (signed_on = 'TABLET' and sheet is null))
);

-- Who signed for which side. Names and signatures are sealed; the mark is the same for the same name, so that nobody can sign
-- an entry for two sides.
create table whistle.handover_signer (
    entry         varchar(36)  not null references whistle.handover_item (id),
    side          varchar(20)  not null,
    acts_for      varchar(100) not null,
    name_key      varchar(64)  not null,
    name          text         not null,
    mark          varchar(64)  not null,
    signature_key varchar(64),
    signature     text,
    primary key (entry, side),
    constraint handover_signer_one_side unique (entry, mark)
);
