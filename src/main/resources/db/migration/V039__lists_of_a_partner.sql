-- The queue of one partner's tickets about one matter: without it each page looked through all of his.
create index ticket_queue_partner_matter on ticket (stage, partner_id, matter, queue_rank, queue_at, id);

-- What he was granted in part, of which his home tells the number: without it all that he was granted was read.
create index exemption_partner_state_partly on exemption (partner_id, state, partly, id);
