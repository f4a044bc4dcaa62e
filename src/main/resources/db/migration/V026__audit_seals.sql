-- The audit log as a chain, so that whoever owns the database cannot change it unseen (src/docs/decisions.md, The seal of the audit log).
create table audit_key (
  id bigint primary key,
  -- encrypted with the data key
  secret varchar(600) not null,
  public_key varchar(100) not null,
  since timestamp(6) with time zone not null
);

-- Written with the entry; a round gives it its place after the commit. No reference to the entry: what is missing is to be found out.
create table audit_seal (
  entry_id bigint primary key,
  mac varchar(43) not null,
  position bigint unique,
  chain varchar(43)
);

-- The end of the chain: one row.
create table audit_chain (
  id integer primary key,
  position bigint not null,
  chain varchar(43) not null,
  -- entries of before the seal have theirs up to this one
  copied_until bigint not null
);

-- What auditors were told.
create table chain_anchor (
  position bigint primary key,
  chain varchar(43) not null,
  made_at timestamp(6) with time zone not null,
  signature varchar(88) not null
);
