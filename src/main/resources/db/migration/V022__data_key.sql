-- Which key the secrets of this database are encrypted with (src/docs/settings.md, poort25.data.key.file). One row; the key itself is
-- in no table.
create table data_key (
  id integer primary key,
  key_id varchar(16) not null,
  -- something that only that key decrypts
  check_value varchar(200) not null,
  since timestamp(6) with time zone not null,
  -- whether what stood in clear before is gone from the files of the database too
  erased boolean not null
);

-- What is encrypted is longer. The rows that are there are encrypted at the start after this.
alter table account alter column totp_secret set data type varchar(200);
alter table signing_key alter column private_key set data type varchar(300);
