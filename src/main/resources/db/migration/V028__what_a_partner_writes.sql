-- How much the people of a partner wrote within a day.
create index ticket_update_author on ticket_update (author_id, written_at);
