-- What cases are found by: every two neighbouring characters of the matter and of the compound's name, and the number it
-- has elsewhere. Neither H2 nor a PostgreSQL without extensions has an index for a part of a Chinese text. The newest come
-- first in the index, so that a search reads as far as its page goes and no further. Cases that are there already are
-- indexed by the next migration, in Java (casefile.IndexCases).
create table whistle.case_term (
    term      varchar(80) not null,
    opened_at timestamp with time zone not null,
    case_no   varchar(20) not null references whistle.case_file (case_no),
    primary key (term, opened_at, case_no)
);
