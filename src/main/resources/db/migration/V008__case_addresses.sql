-- Addresses that were added to an open case: what was seen on them, as the partner reads it; null
-- for those that it was opened with.
alter table abuse_case_address add column reason varchar(2000);
alter table abuse_case_address add column in_force_at timestamp(6) with time zone;
update abuse_case_address set in_force_at =
  (select c.in_force_at from abuse_case c where c.id = abuse_case_address.case_id);

-- whether staff ended a mail service that it had taken over; the reason says why
alter table mail_service add column stopped boolean default false not null;
