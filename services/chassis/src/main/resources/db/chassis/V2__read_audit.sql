-- Who read which kinds of patient data, when, and by what; the application can add rows and read them, never change them.
create table read_audit (
  practice_id uuid        not null,
  seq         bigint      generated always as identity,
  at          timestamptz not null default clock_timestamp(),
  subject     text        not null,              -- the key or person, an id
  kinds       text[]      not null,
  asked       jsonb       not null,              -- the selectors: names of keys and their values, which are ids
  known_at    timestamptz not null,
  facts       int         not null,              -- how many ids were answered
  primary key (practice_id, seq)
);

alter table read_audit enable row level security;
alter table read_audit force row level security;
create policy practice on read_audit
  using      (practice_id = nullif(current_setting('app.practice', true), '')::uuid)
  with check (practice_id = nullif(current_setting('app.practice', true), '')::uuid);

revoke update, delete, truncate on read_audit from ${app};
