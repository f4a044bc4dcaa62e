-- An investigation holds a request (4.14): nothing can be opened, and the clock stands still until it is over.
alter table ticket add column held_at timestamp(6) with time zone;
update ticket set held_at = (
  select min(c.opened_at) from abuse_case c join exemption e on e.ticket_id = ticket.id
  where c.state = 'OPEN' and (
    e.state = 'SUBMITTED' and c.partner_id = e.partner_id
    or c.id in (
      select a.case_id from abuse_case_address a join opening o on o.destination_key = a.open_key
      where o.exemption_id = e.id and o.state in ('WAITING', 'APPROVED', 'OPEN', 'SUSPENDED'))))
where matter = 'EXEMPTION' and closed_at is null;
update ticket set missed_deadline = deadline
where held_at is not null and missed_deadline is null and deadline < held_at;
update ticket set deadline = null, stage = 'WAITING', queue_rank = 0, queue_at = coalesce(stopped_at, held_at)
where held_at is not null;

-- How prompt staff is: what waits and has missed a term already counts too.
create index ticket_missed on ticket (stage, missed_deadline);

-- A text that says that the clock stands still is a question (4.9).
alter table standard_answer add column kind varchar(10) default 'MESSAGE' not null;
update standard_answer set kind = 'QUESTION'
where dutch like '%termijn stil%' or dutch like '%klok stil%' or english like '%term stands still%'
  or english like '%clock stands still%' or english like '%clock stops%';

-- Who is locked, or only reads, has no open tickets: they are nobody's, and in the queue.
update ticket set assigned_to = null, version = version + 1
where closed_at is null and assigned_to in (
  select id from account where locked = true
    or (roles not like '%REVIEWER%' and roles not like '%NETWORK%' and roles not like '%ADMINISTRATOR%'));

-- What staff took over nobody asked: no term runs (4.9).
update ticket set deadline = null, missed_deadline = null, queue_rank = 1, queue_at = received_at
where matter = 'EXEMPTION' and filed_by is null and closed_at is null and stage = 'OPEN';
