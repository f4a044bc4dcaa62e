-- That a demo run has filled this database: its accounts have a password that everybody knows. One row or none.
create table demo_world (
  id integer primary key,
  made_at timestamp(6) with time zone not null
);
insert into demo_world (id, made_at)
  select 1, min(created_at) from account where email = 'mirjam@routit.example' having count(*) > 0;
