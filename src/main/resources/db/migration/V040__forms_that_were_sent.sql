-- A form that has done something, by a digest of what was sent: sent again, it does nothing more.
create table done_form (
  digest varchar(64) primary key,
  -- the request that did it, which may do more
  request_id varchar(36) not null,
  done_at timestamp(6) with time zone not null
);
create index done_form_done on done_form (done_at);
