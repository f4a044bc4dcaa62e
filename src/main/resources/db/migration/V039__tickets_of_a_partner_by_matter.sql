-- The queue of one partner's tickets about one matter: without it each page looked through all of his.
create index ticket_queue_partner_matter on ticket (stage, partner_id, matter, queue_rank, queue_at, id);
