-- What orders the tickets of a stage is a moment that happened or will: no date stands for "never". Those without a term come
-- after all that have one, by when they were received.
alter table ticket add column queue_rank integer default 0 not null;
update ticket set queue_rank = 1, queue_at = received_at where stage = 'OPEN' and deadline is null;
drop index ticket_queue;
drop index ticket_queue_matter;
drop index ticket_queue_partner;
drop index ticket_queue_person;
create index ticket_queue on ticket (stage, queue_rank, queue_at, id);
create index ticket_queue_matter on ticket (stage, matter, queue_rank, queue_at, id);
create index ticket_queue_partner on ticket (stage, partner_id, queue_rank, queue_at, id);
create index ticket_queue_person on ticket (stage, assigned_to, queue_rank, queue_at, id);

-- A list looks for what lies between a beginning and that beginning with '~': byte by byte, which PostgreSQL must be told.
alter table mail_service alter column name set data type varchar(253)${bytewise};

-- What waited for a second person and will not be taken over.
alter table network_import add column withdrawn_at timestamp(6) with time zone;
