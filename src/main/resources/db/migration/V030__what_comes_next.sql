-- An order waits for staff, or for its partner's proof of control (3.5): since when it does. Staff's queue has the first alone.
alter table mail_service add column proof_awaited_since timestamp(6) with time zone;
update mail_service set proof_awaited_since = waiting_since, waiting_since = null
  where waiting_since is not null and violations is null
    and registration_id in (select id from registration where proof is null and not dns_by_provider);
create index mail_service_proof_awaited on mail_service (proof_awaited_since);

-- What comes next for a name, and since when: a term of staff counts from there.
alter table registration add column next_step varchar(20);
alter table registration add column next_step_since timestamp(6) with time zone;
update registration set next_step = case
    when not dns_by_provider and (proof is null
      or (proof_lost_at is not null and not (mail_state = 'ACTIVE' and mx_state = 'WRONG'))) then 'PROVE'
    when dns_by_provider and mail_state <> 'NONE' and (proof is null
      or (proof_lost_at is not null and not (mail_state = 'ACTIVE' and mx_state = 'WRONG'))) then 'RECORD_PROOF'
    when mail_state = 'NONE' then 'ORDER'
    when mail_state = 'ORDERED' then 'ACTIVATE'
    when mx_state = 'CORRECT' then 'NOTHING'
    when mx_state = 'UNCHECKED' then 'LOOK'
    when mx_state = 'UNKNOWN' then case when dns_by_provider then 'LOOK' else 'MEND_DNS' end
    else case when dns_by_provider then 'SET_MX_HERE' else 'SET_MX' end
  end
  where withdrawn_at is null;
-- what nobody was asked until now is asked from now on
update registration set next_step_since = case
    when next_step = 'ACTIVATE' then greatest(coalesce(proof_since, registered_at), coalesce(
      (select min(s.waiting_since) from mail_service s where s.registration_id = registration.id and s.state = 'ORDERED'),
      registered_at))
    when next_step in ('RECORD_PROOF', 'SET_MX_HERE') then current_timestamp
    else coalesce(mx_checked_at, registered_at)
  end
  where withdrawn_at is null;
update registration set standing = 'TO_PROVE' where standing = 'ORDERED' and next_step = 'PROVE';
update registration set standing = 'DNS_HERE'
  where withdrawn_at is null and mail_state = 'ACTIVE' and next_step in ('RECORD_PROOF', 'SET_MX_HERE');
update registration set standing = 'PROOF_LOST' where standing = 'IN_ORDER' and proof_lost_at is not null;
create index registration_next_step on registration (next_step, next_step_since, id);

-- Where the provider is said to run the DNS, a look asks for the name servers of the zone too (3.12).
alter table dns_check add column zone_answer varchar(2000);
