-- Closed weeks of patrols between {oldest} and {latest} before {now}: companies in each of their compounds, communities and
-- streets as a whole.
insert into whistle.patrol_week (unit, compound, week, minimum, planned, done, shortfall, streak)
select unit, compound, week, minimum, minimum, done, greatest(minimum - done, 0), case when done < minimum then 1 else 0 end
from (select o.*, cast(w as date) as week, floor((o.minimum + 1) * (1 - random() * random() * 0.6))::int as done
      from generate_series(date_trunc('week', {now} - {oldest}, 'Asia/Shanghai') at time zone 'Asia/Shanghai',
               date_trunc('week', {now} - {latest}, 'Asia/Shanghai') at time zone 'Asia/Shanghai' - interval '7 days',
               interval '7 days') w
      cross join (select r.company as unit, c.id as compound, 7 as minimum
                  from whistle.compound c join whistle.responsibility r on r.compound = c.id and r.from_day =
                      (select max(x.from_day) from whistle.responsibility x where x.compound = c.id)
                  union all
                  select id, '', case kind when 'STREET' then 2 else 3 end from whistle.unit
                  where kind in ('STREET', 'COMMUNITY')) o) done
order by week, unit, compound;
