-- Why a line was not granted, what that rests on and what would change it (4.11). What was decided before has none of it by
-- line, and the pages say so.
alter table opening add column refused_cites varchar(300);
alter table opening add column refused_reason varchar(1000);
alter table opening add column refused_cure varchar(1000);

-- Less was granted than was asked.
alter table exemption add column partly boolean default false not null;
update exemption set partly = true where id in (select exemption_id from decision where kind = 'PARTIAL_APPROVAL');
create index exemption_partly on exemption (partly, id);
create index exemption_partner_partly on exemption (partner_id, partly, id);

-- What became of what was asked: only some of these answer it (4.9).
alter table ticket add column outcome varchar(20);
update ticket set outcome = (
  select case
    when e.state in ('REJECTED', 'WITHDRAWN') then e.state
    when e.id in (select o.exemption_id from opening o where o.opened_at is not null)
      then case when e.partly then 'PARTLY_OPEN' else 'OPEN' end
    when e.state = 'CLOSED' then 'ENDED'
    when e.state in ('APPROVED', 'OPEN', 'SUSPENDED') then case when e.partly then 'PARTLY_APPROVED' else 'APPROVED' end
  end
  from exemption e where e.ticket_id = ticket.id)
where matter = 'EXEMPTION';

-- A mail names every line that was granted and refused.
alter table outbox_mail alter column arguments set data type varchar(40000);
