-- What became of each record of a file of prefixes, of which the content keeps those that count.
alter table network_import add column tally varchar(100000);

-- What a report has and nobody could read, such as "Source-IP: unknown".
alter table abuse_report add column unreadable varchar(2000);

-- Whether a server on the reported message's way names the source; of the earlier reports that were said not to have it,
-- the reader knew too few ways of writing to say so.
alter table abuse_report add column chain varchar(20) default 'NOT_RECOGNISED' not null;
update abuse_report set chain = 'NAMES_IT' where in_chain;
alter table abuse_report drop column in_chain;

-- Staff says which address it is about, where the report does not.
alter table abuse_report add column named_at timestamp(6) with time zone;
alter table abuse_report add column named_by bigint references account (id);
