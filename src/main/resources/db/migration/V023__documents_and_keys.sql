-- The number of what a point is told besides its state (whether it enforces, the key): documents of a lower number are of before, and
-- an agent refuses them.
alter table enforcement_point add document_count bigint default 1 not null;
-- SHA-256 of the key that its agent verifies with, as it says; null from one that cannot change it.
alter table enforcement_point add key_fingerprint varchar(64);

-- The signing key can be changed. One that is no longer used has no private half, but the document, signed by it, that leads to the
-- next one; without that it was stolen.
alter table signing_key alter column private_key drop not null;
alter table signing_key add ended_at timestamp(6) with time zone;
alter table signing_key add change varchar(1000);
