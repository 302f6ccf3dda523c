-- What the office wrote into a report itself, beside the figures.
alter table whistle.report add column work text not null default '';
alter table whistle.report add column plan text not null default '';
