-- The board lists weeks of patrols, those that lack most first; what a unit was reported for in a week is found by unit.
create index patrol_week_lacking on whistle.patrol_week (shortfall, week);
create index breach_unit on whistle.breach (unit, occasion);
