-- The last word on every adjudicated line; a line that was ever denied is a case.
create table standing (
  practice_id      uuid        not null,
  case_id          text        not null,     -- control number / payer / line
  control_number   text        not null,
  payer_id         text        not null,
  line             text        not null,
  state            text        not null check (state in ('SETTLED', 'OPEN', 'PAID', 'REVERSED')),
  procedure        text        not null,
  service_date     date,
  charge           numeric     not null,
  codes            text        not null,     -- of the last denial, parted by spaces
  remarks          text        not null,
  denials          int         not null,
  claim_payment_id text        not null,     -- the fact of payments it rests on
  decided_on       date        not null,
  recorded_at      timestamptz not null,
  opened_at        timestamptz,
  closed_at        timestamptz,
  primary key (practice_id, case_id)
);
create index standing_of_claim on standing (practice_id, control_number);
create index cases on standing (practice_id, state, case_id) where denials > 0;

-- Events already acted on; written in the transaction of their effect.
create table inbox (
  practice_id uuid not null,
  event_id    uuid not null,
  primary key (practice_id, event_id)
);

alter table standing enable row level security;
alter table standing force row level security;
create policy practice on standing
  using      (practice_id = nullif(current_setting('app.practice', true), '')::uuid)
  with check (practice_id = nullif(current_setting('app.practice', true), '')::uuid);

alter table inbox enable row level security;
alter table inbox force row level security;
create policy practice on inbox
  using      (practice_id = nullif(current_setting('app.practice', true), '')::uuid)
  with check (practice_id = nullif(current_setting('app.practice', true), '')::uuid);
