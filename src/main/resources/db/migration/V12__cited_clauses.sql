-- Which clauses the timeline of a case cites, for counting: a projection of case_event, written with it. Not unique:
-- two transactions of one case may cite a clause for the first time at once.
create table whistle.case_clause (
    clause  varchar(64) not null,
    case_no varchar(20) not null references whistle.case_file (case_no)
);
create index case_clause_clause on whistle.case_clause (clause, case_no);

-- Lines that are there already. A line holds 200 characters and hence at most 40 ids.
insert into whistle.case_clause (clause, case_no)
select distinct regexp_substr(e.clauses, '[^ 、]+', 1, n.i), e.case_no
from whistle.case_event e
cross join (values (1), (2), (3), (4), (5), (6), (7), (8), (9), (10), (11), (12), (13), (14), (15), (16), (17), (18),
    (19), (20), (21), (22), (23), (24), (25), (26), (27), (28), (29), (30), (31), (32), (33), (34), (35), (36), (37),
    (38), (39), (40)) as n (i)
where regexp_substr(e.clauses, '[^ 、]+', 1, n.i) is not null;
