-- Who may come in. Read before a practice is known, hence no row-level security on these two.
create table practice (
  id          uuid primary key,
  name_id     text not null unique,
  name        text not null,
  created_at  timestamptz not null default now()
);

create table api_key (
  id           text primary key,
  practice_id  uuid not null references practice (id),
  secret_hash  bytea not null,
  scopes       text[] not null,
  created_at   timestamptz not null,
  expires_at   timestamptz not null,
  revoked_at   timestamptz
);
create index on api_key (practice_id);

-- What a practice sent as X12, and what was read from it.
create table x12_file (
  practice_id  uuid not null,
  id           uuid not null,
  sha256       text not null,
  state        text not null check (state in ('LOADING', 'LOADED')),
  quarantined  boolean not null default false,
  recorded_at  timestamptz not null,
  received_at  timestamptz not null default now(),
  resource     jsonb,
  primary key (practice_id, id),
  unique (practice_id, sha256)
);
create index on x12_file (practice_id, quarantined, received_at);

create table x12_record (
  practice_id  uuid not null,
  file_id      uuid not null,
  interchange  int not null,
  transaction  int not null,
  segment      int not null,
  position     bigint not null,
  line         text not null,
  primary key (practice_id, file_id, interchange, transaction, segment, position)
);

-- The content of a file in which something was quarantined, kept so that it can be read again.
create table x12_content (
  practice_id  uuid not null,
  file_id      uuid not null,
  chunk        int not null,
  bytes        bytea not null,
  primary key (practice_id, file_id, chunk)
);

-- The first answer to a request that names an Idempotency-Key.
create table idempotency (
  subject      text not null,
  name         text not null,
  fingerprint  text not null,
  status       int,
  media_type   text,
  location     text,
  answer       text,
  started_at   timestamptz not null,
  primary key (subject, name)
);

alter table x12_file enable row level security;
alter table x12_file force row level security;
create policy practice on x12_file
  using      (practice_id = nullif(current_setting('app.practice', true), '')::uuid)
  with check (practice_id = nullif(current_setting('app.practice', true), '')::uuid);

alter table x12_record enable row level security;
alter table x12_record force row level security;
create policy practice on x12_record
  using      (practice_id = nullif(current_setting('app.practice', true), '')::uuid)
  with check (practice_id = nullif(current_setting('app.practice', true), '')::uuid);

alter table x12_content enable row level security;
alter table x12_content force row level security;
create policy practice on x12_content
  using      (practice_id = nullif(current_setting('app.practice', true), '')::uuid)
  with check (practice_id = nullif(current_setting('app.practice', true), '')::uuid);

