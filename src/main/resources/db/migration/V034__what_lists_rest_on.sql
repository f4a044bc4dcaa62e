-- A list of a million rows reads those that it shows where an index begins with what is asked for and goes on in its order. What is not
-- one value of a column becomes one: H2 bounds no index by "is not null", and neither database by two states of several.

-- A name that its partner has; sorted by name or by age.
-- true for most: only the others are written
alter table registration add column active boolean default true not null;
update registration set active = false where held_name is null;
alter table registration alter column active set default false;
drop index registration_partner_sort;
drop index registration_partner_newest;
drop index registration_sort;
create index registration_partner_active on registration (partner_id, active, sort_name, id);
create index registration_partner_newest on registration (partner_id, active, id);
create index registration_active on registration (active, sort_name, id);
create index registration_newest on registration (active, id);
create index registration_partner_standing_newest on registration (partner_id, standing, id);
create index registration_standing_newest on registration (standing, id);
-- a customer is one partner's
drop index registration_partner_customer;
create index registration_customer on registration (customer_id, sort_name, id);
create index registration_customer_newest on registration (customer_id, id);

-- Ordered or active.
alter table mail_service add column is_open boolean default true not null;
update mail_service set is_open = false where state not in ('ORDERED', 'ACTIVE');
alter table mail_service alter column is_open set default false;
drop index mail_service_partner_sort;
drop index mail_service_partner_newest;
drop index mail_service_sort;
create index mail_service_partner_open on mail_service (partner_id, is_open, sort_name, id);
create index mail_service_partner_open_newest on mail_service (partner_id, is_open, id);
create index mail_service_open on mail_service (is_open, sort_name, id);
create index mail_service_open_newest on mail_service (is_open, id);
create index mail_service_partner_state_newest on mail_service (partner_id, state, id);
create index mail_service_state_newest on mail_service (state, id);
-- by the A-labels too
create index mail_service_partner_name on mail_service (partner_id, name, id);
-- what waits, the longest first
create index mail_service_partner_waiting on mail_service (partner_id, waiting_since, id);
drop index mail_service_proof_awaited;
create index mail_service_proof_awaited on mail_service (proof_awaited_since, id);
create index mail_service_partner_proof_awaited on mail_service (partner_id, proof_awaited_since, id);

-- What staff does not see.
alter table exemption add column draft boolean default false not null;
update exemption set draft = true where state = 'DRAFT';
create index exemption_sent on exemption (draft, id);
create index exemption_partner_confirm on exemption (partner_id, confirm_by, id);
create index exemption_partner_sent on exemption (partner_id, draft, id);

-- What one person did of one kind.
create index audit_entry_actor_act on audit_entry (actor_id, act, happened_at, id);

-- Connections that are there, or were.
alter table connection add column ended boolean default false not null;
update connection set ended = true where ended_at is not null;
drop index connection_kind;
drop index connection_partner;
drop index connection_reference;
create index connection_kind on connection (ended, kind, reference, id);
create index connection_partner on connection (ended, partner_id, reference, id);
create index connection_reference on connection (ended, reference, id);

-- Customers sort without regard to case, which H2 has no index for.
alter table customer add column lower_name varchar(100)${bytewise};
update customer set lower_name = lower(name);
alter table customer alter column lower_name set not null;
create index customer_partner_lower_name on customer (partner_id, lower_name, id);
create index customer_lower_name on customer (lower_name, id);
create index customer_partner_newest on customer (partner_id, id);

-- Mails of one person in one state.
create index outbox_mail_recipient_state on outbox_mail (recipient, state, id);
