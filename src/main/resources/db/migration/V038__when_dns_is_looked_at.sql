-- When a name is looked at again changes with each look, what is registered hardly ever does: apart from it, a look writes a small
-- row with two indexes, and leaves alone the registration with its twenty.
alter table dns_check add column next_at timestamp(6) with time zone;
alter table dns_check add column eager_at timestamp(6) with time zone;
insert into dns_check (registration_id)
  select r.id from registration r
  where r.held_name is not null and not exists (select 1 from dns_check c where c.registration_id = r.id);
update dns_check set
  next_at = (select r.next_check_at from registration r where r.id = dns_check.registration_id),
  eager_at = (select r.eager_check_at from registration r where r.id = dns_check.registration_id);
create index dns_check_next on dns_check (next_at);
create index dns_check_eager on dns_check (eager_at);
drop index registration_next_check;
drop index registration_eager_check;
-- H2 would write the whole table anew to drop a column: next_check_at, eager_check_at and mx_checked_at go with the next
-- migration that does so anyway
