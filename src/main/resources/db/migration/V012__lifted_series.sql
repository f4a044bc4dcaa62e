-- Points hold states of higher numbers than this database knows, since it was restored from an older copy: the next state gets a
-- higher number than theirs, and is made whether or not anything was decided.
alter table generation_series add lifted boolean default false not null;
