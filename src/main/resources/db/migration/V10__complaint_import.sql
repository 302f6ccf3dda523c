-- Registers of complaints that are being imported. A row waits encrypted until its case is open and is then only a
-- number; the same content is taken in once, and so is the same post.
create table whistle.complaint_import (
    id          varchar(36)  primary key,
    unit        varchar(64)  not null references whistle.unit (id),
    imported_by varchar(64)  not null,
    imported_at timestamp with time zone not null,
    post_key    varchar(200),
    sha256      varchar(64)  not null,
    total       integer      not null,
    unique (unit, sha256),
    unique (imported_by, post_key)
);

create table whistle.complaint_import_row (
    import_id varchar(36) not null references whistle.complaint_import (id),
    row_no    integer     not null,
    unit      varchar(64) not null references whistle.unit (id),
    key_id    varchar(40),
    content   text,
    tries     integer     not null,
    failed    boolean     not null,
    case_no   varchar(20) references whistle.case_file (case_no),
    primary key (import_id, row_no)
);
