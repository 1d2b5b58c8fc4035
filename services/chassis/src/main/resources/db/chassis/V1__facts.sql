-- The history of facts. Nothing is overwritten: a correction is the next version of the same id.

create table fact (
  practice_id uuid        not null,
  kind        text        not null,
  id          text        not null,
  version     int         not null,
  recorded_at timestamptz not null,              -- when the practice learned it; may lie in the past
  seq         bigint      generated always as identity,  -- order of writing
  hash        text        not null,              -- of recorded_at and record: what came twice is kept once
  keys        text[]      not null,              -- 'name=value', what this version can be found by
  body        jsonb       not null,
  primary key (practice_id, kind, id, version)
);

-- Which ids a value leads to, and since when that was known, so that an answer as of an instant finds nothing by later knowledge.
create table fact_key (
  practice_id uuid        not null,
  name        text        not null,
  value       text        not null,
  kind        text        not null,
  id          text        not null,
  since       timestamptz not null,
  primary key (practice_id, name, value, kind, id)
);

-- Events on their way to Kafka; a row goes when Kafka has acknowledged it.
create table outbox (
  practice_id uuid   not null,
  id          bigint generated always as identity,
  payload     text   not null,
  primary key (practice_id, id)
);
create index outbox_in_order on outbox (id);

alter table fact enable row level security;
alter table fact force row level security;
create policy practice on fact
  using      (practice_id = nullif(current_setting('app.practice', true), '')::uuid)
  with check (practice_id = nullif(current_setting('app.practice', true), '')::uuid);

alter table fact_key enable row level security;
alter table fact_key force row level security;
create policy practice on fact_key
  using      (practice_id = nullif(current_setting('app.practice', true), '')::uuid)
  with check (practice_id = nullif(current_setting('app.practice', true), '')::uuid);

-- A practice adds its events; only the relay takes them away.
alter table outbox enable row level security;
alter table outbox force row level security;
create policy practice on outbox for insert
  with check (practice_id = nullif(current_setting('app.practice', true), '')::uuid);
create policy relay_reads on outbox for select using (current_setting('app.relay', true) = 'on');
create policy relay_takes on outbox for delete using (current_setting('app.relay', true) = 'on');
-- "for update skip locked" asks for this right; there is nothing to write.
create policy relay_locks on outbox for update using (current_setting('app.relay', true) = 'on') with check (false);

revoke update, delete, truncate on fact from ${app};
revoke delete, truncate on fact_key from ${app};
