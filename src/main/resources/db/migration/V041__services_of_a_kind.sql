-- A partner's services of one kind: without it each page looked through those of all kinds.
create index mail_service_partner_kind on mail_service (partner_id, is_open, kind, sort_name, id);
