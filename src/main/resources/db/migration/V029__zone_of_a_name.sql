-- The top of the zone that a name lies in, as the last look at the DNS saw it; null where that was not asked or not said.
alter table dns_check add column zone_top varchar(253);
