-- For which points a state is to be made again. Empty where a portal of the release before has
-- noticed it: for all of them.
alter table state_change add column target varchar(20);
