-- Cases {first} to {last}, as Load asks for them. {open}: whether they are open; else they were closed evenly between
-- {oldest} and {latest} before {now}.

create temporary table load_case as
with place as (
    select c.id as compound, c.street, c.community, r.company, c.name,
           row_number() over (order by c.id) - 1 as number, count(*) over () as compounds
    from whistle.compound c
    left join whistle.responsibility r on r.compound = c.id and r.from_day =
        (select max(x.from_day) from whistle.responsibility x where x.compound = c.id and x.from_day <= cast({now} as date))
), chance as (
    select n, random() as a, random() as b, random() as c, random() as d, random() as e, random() as f, random() as g
    from generate_series({first}, {last}) n
), kind as (
    select *, case when a < 0.80 then 'complaint' when a < 0.88 then 'patrol-finding' when a < 0.93 then 'street-whistle'
                   when a < 0.97 then 'assignment' else 'escalation' end as procedure,
           (array['dept-urban-management', 'dept-housing', 'dept-ecology', 'dept-market', 'dept-police', 'dept-fire',
               'dept-natural-resources', 'dept-justice', 'dept-civil-affairs', 'dept-industry'])[1 + floor(10 * c)::int] as department,
           {now} - {oldest} + ({oldest} - {latest}) * ((n - {first} + 1.0) / ({last} - {first} + 2)) as moment
    from chance
), timed as (
    -- An open case: most came within a fortnight. Half of all cases are spread over the compounds, half lie where there
    -- are most.
    select *, case when not {open} then moment - interval '1 day' * (1 + 24 * d)
                   when d < 0.85 then {now} - interval '1 day' * 14 * e
                   else {now} - interval '1 day' * 14 - ({oldest} - interval '14 days') * e end as received,
           case when not {open} then moment end as closed,
           case when b < 0.5 then n % 600 else floor(600 * e * e) end as number
    from kind
), placed as (
    -- Of a few complaints the hotline could not find out where they lie.
    select t.*, p.name, case when known then p.compound end as compound, case when known then p.street end as street,
           case when known then p.community end as community, case when known then p.company end as company,
           case when t.procedure = 'complaint' then
                    case when b < 0.30 or not known then 'hotline' when b < 0.50 then 'phone' when b < 0.65 then 'visit'
                         when b < 0.80 then 'web' when b < 0.92 then 'opinion' else 'instruction' end
                when t.procedure = 'patrol-finding' then 'patrol'
                when t.procedure = 'assignment' then 'assignment' end as source
    from (select *, procedure <> 'complaint' or c > 0.02 as known from timed) t
    join place p on p.number = t.number
)
select p.*, case procedure when 'complaint' then 'TS' when 'patrol-finding' then 'XC' when 'street-whistle' then 'CS'
                when 'assignment' then 'JB' else 'DB' end
           || '-' || extract(year from received at time zone 'Asia/Shanghai') || '-' || lpad(n::text, 7, '0') as case_no,
       case when source = 'hotline' then 'hotline' when procedure in ('assignment', 'escalation') then 'district-office'
            when procedure = 'street-whistle' or procedure = 'complaint' and f < 0.3 then coalesce(street, 'hotline')
            else coalesce(community, 'hotline') end as unit,
       case when procedure in ('street-whistle', 'escalation') or f < 0.25 then department
            when f < 0.70 then coalesce(street, department) else coalesce(community, department) end as handler,
       coalesce(closed, {now}) as latest
from placed p;

create index on load_case (n);
create index on load_case (compound, n);
analyze load_case;

insert into whistle.case_file (case_no, procedure, title, details, source, external_no, place, district, street, community,
    compound, company, unit, received_at, opened_at, closed_at, outcome, tracking)
select case_no, procedure,
       (array['地下车库','小区东门','七号楼道','屋顶平台','北侧围墙','中心花园','物业前台','消防通道'])[1 + floor(g * 8)::int]
       || (array['照明','电梯','水管','门禁','监控','绿化','垃圾','广告'])[1 + floor(f * 8)::int]
       || (array['损坏多日','无人维修','噪声扰民','收费争议','堆放杂物'])[1 + floor(d * 5)::int],
       name || (1 + floor(g * 40)::int) || '幢的居民反映，' || (array['近一个月来多次向物业服务企业报修','物业服务企业收费标准与公示不一致',
           '楼道内长期堆放杂物影响通行','夜间设备噪声较大，老人和孩子无法休息'])[1 + floor(f * 4)::int]
       || '，至今没有得到解决，希望有关部门尽快到现场查看，督促整改，并把处理结果告知本人。',
       source, case when source = 'hotline' then '12345-' || lpad(n::text, 8, '0') end,
       case when compound is null then '枫林路与渡口路交叉口东侧' end, 'district-office', street, community, compound,
       company, unit, received, received + interval '20 minutes', closed,
       case when closed is not null then case when e < 0.9 then 'answered' else 'declined' end end,
       substr(md5(n::text), 1, 16)
from load_case order by n;

-- Its time limits, with how each went.
insert into whistle.case_clock (id, case_no, kind, name, clause, table_version, effect, budget, unit, reminders, pausable,
    extendable, holder_unit, anchor_at, running_since, paused_since, due_at, provisional, state, ended_at, closed)
with clock as (
    select c.*, k.*, random() as s, random() as t,
           date_trunc('day', received + interval '1 day' * budget * (case k.per when 'WORKDAY' then 1.4 else 1 end)
               + interval '1 day', 'Asia/Shanghai') as due
    from load_case c
    cross join lateral (values
        ('complaint', 'complaint.answer', '投诉答复期限', 'JJ.A3.3.3', 15, 'DAY', 'SERVICE', '5,2', null, true),
        ('complaint', 'complaint.dispatch', '派单办理期限', 'JJ.A7.2.1.2', 5, 'WORKDAY', 'SERVICE', '2', handler,
            source = 'hotline'),
        ('complaint', 'follow-up.visit', '回访期限', 'JJ.A4.2.3', 5, 'WORKDAY', 'INTERNAL', '', null,
            closed is not null and g < 0.7),
        ('patrol-finding', 'patrol.handle', '巡查发现处置期限', 'JJ.A7.3.4', 3, 'WORKDAY', 'INTERNAL', '1', null, true),
        ('patrol-finding', 'patrol.rectification', '巡查问题整改期限', 'JJ.15', 7, 'WORKDAY', 'INTERNAL', '2', company,
            g < 0.7),
        ('street-whistle', 'whistle.report-in', '签收报到期限', 'JJ.10', 1, 'WORKDAY', 'INTERNAL', '0', department, true),
        ('street-whistle', 'whistle.handling', '吹哨查处期限', 'JJ.10', 15, 'DAY', 'INTERNAL', '5,2', department, true),
        ('assignment', 'assignment.order', '交办事项期限', 'JJ.A2.2.3.3', 10, 'DAY', 'INTERNAL', '3,1', handler, true),
        ('escalation', 'escalation.first-notice', '抄告整改期限', 'JJ.G3', 5, 'WORKDAY', 'INTERNAL', '1', department, true)
    ) k (of_procedure, kind, label, clause, budget, per, effect, reminders, holder, there)
    where k.of_procedure = c.procedure and k.there
), decided as (
    select *, case when closed is not null then
                       case when s > 0.985 then 'CANCELLED' when due <= closed and s > 0.80 then 'BREACHED' else 'MET' end
                   when budget < 10 and s < 0.35 then 'MET'
                   when due <= {now} then case when s < 0.98 then 'BREACHED' else 'RUNNING' end
                   when s < 0.95 then 'RUNNING' else 'PAUSED' end as state
    from clock
), done as (
    -- What was breached: most of it was done later, some never.
    select *, case state when 'MET' then received + (least(due, latest) - received) * (0.3 + 0.6 * t)
                         when 'CANCELLED' then latest
                         when 'BREACHED' then case when closed is not null and t < 0.9 then latest end end as ended
    from decided
)
select md5(n || kind)::uuid::text, case_no, kind, label, clause, 1, effect, budget, per, reminders, budget < 8, 5, holder,
       received, case state when 'RUNNING' then received end, case state when 'PAUSED' then {now} - interval '1 hour' end,
       due, false, state, ended, ended is null and closed is not null
from done order by n;

-- Its tasks, each in the hands of a unit from then to then, in parts of the time the case took. In the open ones one is
-- not done yet, or two units have one each, or nobody has any.
insert into whistle.case_hold (case_no, unit, task, element, name, since, until)
with task as (
    select c.*, k.*, case when closed is not null then 9 when f < 0.04 then 0 when f < 0.14 then 1 when f < 0.85 then 2
                          else 3 end as stage
    from load_case c
    cross join lateral (values
        (1, coalesce(street, unit), 'userTask_signFor', '签收并确定承办单位', 0.0, 0.1, true),
        (2, handler, 'userTask_investigate', '调查核实、处理', 0.1, 0.7, true),
        (2, department, 'userTask_cooperate', '配合处理', 0.2, 0.6, g < 0.05 and handler <> department),
        (3, handler, 'userTask_answer', '答复投诉人', 0.7, 0.9, true),
        (4, coalesce(community, unit), 'userTask_visit', '回访投诉人', 0.9, 1.0, procedure = 'complaint')
    ) k (step, holder, element, called, of_begin, of_end, there)
    where k.there
)
select case_no, holder, md5(n || element)::uuid::text, element, called, received + (latest - received) * of_begin,
       case when stage <> step then received + (latest - received) * of_end end
from task where stage >= step or stage = 0 and step = 1 order by n, step;

insert into whistle.case_unit (case_no, unit, since, ended, standing, closed)
select case_no, came, received + interval '20 minutes',
       case when not bool_or(standing) and bool_and(g < 0.1) then latest end, bool_or(standing), bool_or(closed is not null)
from load_case c
cross join lateral (values (street, true), (community, true), (company, true), (unit, true), (handler, false),
                        (case when g < 0.05 then department end, false)) u (came, standing)
where came is not null
group by n, case_no, came, received, latest order by n;

insert into whistle.case_particular (case_no, name, code, label, shown, recorded_at)
select case_no, p.name, p.code, p.label, p.shown, received
from load_case c
join (select *, row_number() over () - 1 as m from (values ('fire-lane', '占用消防通道、损坏消防设施'), ('illegal-construction', '违法建设'),
          ('shared-parts', '侵占、损坏共用部位'), ('load-bearing', '拆改承重结构'), ('environment', '污染、噪声、油烟'),
          ('lifts-prices', '电梯安全、价格违法、无照经营'), ('public-order', '治安、烟花爆竹、群租'), ('fees', '物业收费争议'),
          ('neighbours', '邻里纠纷'), ('committee', '业主委员会选举与履职'), ('decoration', '装修纠纷'), ('maintenance-fund', '维修资金'),
          ('quality', '房屋质量'), ('cleaning', '保洁、垃圾清运'), ('security', '秩序维护、门禁监控'), ('greening', '绿化养护'),
          ('repair', '报修维修不及时'), ('parking', '停车管理'), ('disclosure', '收费与收支不公示'), ('attitude', '服务态度'),
          ('utilities', '水电气暖通信'), ('other', '其他')) v (matter, words)) k on k.m = floor(22 * g * sqrt(d))
cross join lateral (values
    ('matterKind', matter, '事由类别', words, true),
    ('severity', case when c.e < 0.1 then 'urgent' else 'ordinary' end, '重要程度', case when c.e < 0.1 then '重要' else '一般' end, true),
    ('satisfaction', case when c.f < 0.7 then 'satisfied' when c.f < 0.9 then 'basic' else 'dissatisfied' end, '投诉人是否满意',
        case when c.f < 0.7 then '满意' when c.f < 0.9 then '基本满意' else '不满意' end, closed is not null and c.e < 0.9),
    ('answer', null, '答复内容', '经现场核实，物业服务企业已经安排维修人员到场处理，并承诺在七日内完成整改，处理结果已经当面告知投诉人。', closed is not null)
) p (name, code, label, shown, there)
where c.procedure = 'complaint' and p.there order by n;

insert into whistle.case_link (case_no, other, kind, reason, linked_at)
select case_no, earlier, 'REPEAT', '同一小区同一事项再次投诉', received + interval '20 minutes'
from (select *, lag(case_no) over (partition by compound order by n) as earlier from load_case
      where procedure = 'complaint' and compound is not null) c
where earlier is not null and c.g < 0.08 order by n;

-- Who let a time limit pass comes to the ladder, rung by rung.
insert into whistle.sanction (id, matter, party, unit, rung)
select md5(k.id || r.rung)::uuid::text, k.case_no, coalesce(k.holder_unit, c.street, c.unit),
       coalesce(k.holder_unit, c.street, c.unit), r.rung
from load_case c
join whistle.case_clock k on k.case_no = c.case_no and k.state = 'BREACHED'
    and k.kind in ('complaint.answer', 'whistle.handling', 'assignment.order', 'patrol.handle')
cross join lateral (values ('FIRST_NOTICE', 0.40, 3), ('SUPERVISION', 0.15, 10), ('BULLETIN', 0.05, 17), ('INTERVIEW', 0.02, 24))
    r (rung, share, days)
where c.f < r.share and k.due_at + r.days * interval '1 day' < {now} order by c.n;

insert into whistle.sanction_event (sanction_id, number, kind, at, case_no, reason, step)
select s.id, e.number, e.kind, k.due_at + (case s.rung when 'FIRST_NOTICE' then 2 when 'SUPERVISION' then 9
           when 'BULLETIN' then 16 else 23 end) * interval '1 day' + e.number * interval '1 hour', s.matter, e.reason, 'load'
from load_case c
join whistle.sanction s on s.matter = c.case_no
join whistle.case_clock k on k.case_no = c.case_no and k.state = 'BREACHED'
    and k.kind in ('complaint.answer', 'whistle.handling', 'assignment.order', 'patrol.handle')
cross join lateral (values (1, 'IMPOSED', '超过办理期限没有答复', true), (2, 'SERVED', null, c.e < 0.9),
                        (3, 'REVOKED', '经核实期限内已经办结', c.e < 0.03)) e (number, kind, reason, there)
where e.there order by c.n, e.number;

insert into whistle.referral (case_no, round, unit, role, state, by_unit, bound, at, officer, step)
select case_no, 1, department, 'LEAD', r.state, unit, false, received + (latest - received) * r.of_time, null, 'load'
from load_case
cross join lateral (values ('REFERRED', 0.05, true), ('SIGNED', 0.1, g > 0.05), ('REPORTED', 0.9, closed is not null))
    r (state, of_time, there)
where procedure = 'street-whistle' and r.there order by n;

drop table load_case;
