insert into generation_series (target, last_number, released_number) values ('RELAY', 0, 0);

-- A line of the relays has a name and up to ten hosts, and is looked up by its name.
alter table generation_line alter column text set data type varchar(700)${bytewise};
alter table generation_line alter column held set data type varchar(720);
alter table generation_line alter column address_key set data type varchar(253)${bytewise};

-- Where the destination of a mail service leads, as far as mail may go there: kept here, so that every node makes the same tables
-- and a start needs no DNS.
create table relay_destination (
  destination varchar(253) primary key,
  -- in their order, between spaces; empty where no mail may go there
  addresses varchar(500) not null,
  -- when it was seen last that mail may go there
  passed_at timestamp(6) with time zone,
  looked_at timestamp(6) with time zone not null,
  next_look_at timestamp(6) with time zone not null
);
create index relay_destination_next on relay_destination (next_look_at);

-- Whether a destination is in use is asked of each whose turn it is.
create index mail_service_destination on mail_service (destination);
create index mail_service_wanted_destination on mail_service (wanted_destination);
