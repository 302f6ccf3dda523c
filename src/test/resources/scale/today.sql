-- What was counted today, a fourteenth of this month's, lies there line by line until it is folded tonight.
create temporary table load_today as
select id, cast(floor(n / 14.0 + random()) as integer) as lines from whistle.tally
where of_month = cast(date_trunc('month', {now}, 'Asia/Shanghai') at time zone 'Asia/Shanghai' as date)
    and measure <> 'HELD_SECONDS' and n > 0;

delete from load_today where lines = 0;

insert into whistle.tally (of_month, measure, procedure, unit, company, item, n, fold)
select t.of_month, t.measure, t.procedure, t.unit, t.company, t.item, 1, ''
from load_today d join whistle.tally t on t.id = d.id cross join lateral generate_series(1, d.lines) line;

update whistle.tally t set n = t.n - d.lines from load_today d where d.id = t.id;

delete from whistle.tally where n = 0;

drop table load_today;
