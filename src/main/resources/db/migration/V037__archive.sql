-- What is old moves to files (src/docs/decisions.md, What grows, and what ends it). From the moment here on a table has all there is;
-- null while nothing of it has moved.
create table archive_horizon (
  kind varchar(30) primary key,
  moved_before timestamp(6) with time zone
);
insert into archive_horizon (kind) values ('MAIL'), ('DNS_CHECK'), ('GENERATION'), ('GENERATION_LINE'), ('POINT_STATE'), ('ALARM'),
  ('LARGE_CHANGE'), ('POINT_HOLD'), ('IMPORT');

-- Since when the name is no longer held; null while it is.
alter table dns_check add column ended_at timestamp(6) with time zone;
update dns_check set ended_at = (select r.withdrawn_at from registration r where r.id = dns_check.registration_id)
  where registration_id in (select r.id from registration r where r.withdrawn_at is not null);

-- What is old is found without reading what is not.
create index dns_check_ended on dns_check (ended_at);
create index outbox_mail_sent on outbox_mail (sent_at);
create index outbox_mail_given_up on outbox_mail (given_up_at);
create index point_state_applied on point_state (point_id, applied_at, id);
create index point_state_number on point_state (point_id, number);
create index guarded_change_noticed on guarded_change (noticed_at);
create index point_hold_ended on point_hold (ended_at);
create index network_import_uploaded on network_import (uploaded_at);
create index abuse_case_closed on abuse_case (closed_at, opened_at);
