-- What was counted lies as it came, month by month: each night's fold adds its lines behind the others. What was counted
-- today, a fourteenth of this month's, lies there line by line until it is folded tonight.
create temporary table load_tally as
select *, case when of_month = cast(date_trunc('month', {now}, 'Asia/Shanghai') at time zone 'Asia/Shanghai' as date)
                   and measure <> 'HELD_SECONDS' and n > 0
               then cast(floor(n / 14.0 + random()) as integer) else 0 end as today
from whistle.tally;

truncate whistle.tally;

insert into whistle.tally (of_month, measure, procedure, unit, company, item, n, fold)
select of_month, measure, procedure, unit, company, item, n - today, 'folded' from load_tally
where n <> today order by of_month, measure, id;

insert into whistle.tally (of_month, measure, procedure, unit, company, item, n, fold)
select of_month, measure, procedure, unit, company, item, 1, '' from load_tally
cross join lateral generate_series(1, today) line order by random();

drop table load_tally;
