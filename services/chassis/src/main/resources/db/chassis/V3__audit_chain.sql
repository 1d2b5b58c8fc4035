-- Each row of the audit covers the one before it: what is changed or taken out afterwards shows.
alter table read_audit add column hash bytea;

create function read_audit_hash(previous bytea, practice_id uuid, at timestamptz, subject text, kinds text[], asked jsonb,
    known_at timestamptz, facts int) returns bytea
  language sql stable
  return sha256(convert_to(concat_ws('|', encode(previous, 'hex'), practice_id, extract(epoch from at), subject,
    kinds, asked, extract(epoch from known_at), facts), 'UTF8'));

-- Rows that do not follow from the one before.
create view read_audit_broken with (security_invoker = true) as
  select practice_id, seq, at from (
    select *, lag(hash) over (partition by practice_id order by seq) as previous from read_audit where hash is not null
  ) chained
  where hash <> read_audit_hash(previous, practice_id, at, subject, kinds, asked, known_at, facts);
