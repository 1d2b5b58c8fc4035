-- A payer of one's own to try things with. Nothing here touches a practice that has none.
create table sandbox (
  practice_id  uuid primary key,
  payers       text[] not null,
  days         int not null check (days between 0 and 365),
  defects      text[] not null,
  today        date not null,
  answers      bigint not null default 0,
  told_at      timestamptz
);

-- What was submitted to it, once a version of the claim.
create table sandbox_claim (
  practice_id           uuid not null,
  position              bigint generated always as identity,
  arrival               uuid not null,
  state                 text not null check (state in ('ARRIVED', 'REJECTED', 'ACCEPTED', 'FINALIZED', 'REOPENED')),
  control_number        text not null,
  payer_id              text not null,
  sender                text,
  receiver              text,
  batch                 text,
  version               int,
  frequency             text,
  member_id             text,
  billing_npi           text,
  payer_control_number  text,
  received_on           date,
  due_on                date,
  primary key (practice_id, position),
  unique (practice_id, control_number, version)
);
create index on sandbox_claim (practice_id, state, due_on, position);

-- What it answered; file_id is set when the answer has been read as a file of the practice.
create table sandbox_answer (
  practice_id  uuid not null,
  position     bigint generated always as identity,
  id           uuid not null,
  kind         text not null check (kind in ('999', '277CA', '835')),
  payer_id     text,
  made_on      date not null,
  learned_at   timestamptz not null,
  content      text not null,
  says         jsonb not null,
  file_id      uuid,
  primary key (practice_id, position),
  unique (practice_id, id)
);

-- What a payer still has to take back from later payments (X12 835 PLB FB).
create table sandbox_forward (
  practice_id  uuid not null,
  payer_id     text not null,
  payee_npi    text not null,
  amount       numeric(12, 2) not null,
  trace        text not null,
  primary key (practice_id, payer_id, payee_npi)
);

alter table sandbox enable row level security;
alter table sandbox force row level security;
create policy practice on sandbox
  using      (practice_id = nullif(current_setting('app.practice', true), '')::uuid)
  with check (practice_id = nullif(current_setting('app.practice', true), '')::uuid);

alter table sandbox_claim enable row level security;
alter table sandbox_claim force row level security;
create policy practice on sandbox_claim
  using      (practice_id = nullif(current_setting('app.practice', true), '')::uuid)
  with check (practice_id = nullif(current_setting('app.practice', true), '')::uuid);

alter table sandbox_answer enable row level security;
alter table sandbox_answer force row level security;
create policy practice on sandbox_answer
  using      (practice_id = nullif(current_setting('app.practice', true), '')::uuid)
  with check (practice_id = nullif(current_setting('app.practice', true), '')::uuid);

alter table sandbox_forward enable row level security;
alter table sandbox_forward force row level security;
create policy practice on sandbox_forward
  using      (practice_id = nullif(current_setting('app.practice', true), '')::uuid)
  with check (practice_id = nullif(current_setting('app.practice', true), '')::uuid);
