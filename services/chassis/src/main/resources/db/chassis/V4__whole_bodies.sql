-- A body of facts is one transaction, of any size. What each of them costs to write is what bounds a load, so:

-- The record is text. Nothing asks inside it; as jsonb it was taken apart to be put together again at every read.
alter table fact
  alter column body type text using body::text,
  alter column kind type text collate "C",
  alter column id type text collate "C",
  drop column seq;                                   -- nothing reads it
alter table fact set (toast_tuple_target = 4080);    -- a claim stays in its row

-- Which ids a value leads to. A row may stand there twice, with different instants; whoever asks takes any that was known.
alter table fact_key drop constraint fact_key_pkey;
alter table fact_key
  alter column name type text collate "C",
  alter column value type text collate "C",
  alter column kind type text collate "C",
  alter column id type text collate "C";
create index fact_key_by_value on fact_key (practice_id, kind, name, value);
revoke update on fact_key from ${app};

-- An event names the version it tells of; what it says is read from the history when it is sent. One row a batch.
alter table outbox no force row level security;      -- the owner carries over what waits
alter table outbox add column kinds text[], add column ids text[], add column versions int[];
update outbox set kinds = array[payload::json ->> 'kind'], ids = array[payload::json ->> 'id'],
  versions = array[(payload::json ->> 'version')::int];
alter table outbox
  drop column payload,
  alter column kinds set not null,
  alter column ids set not null,
  alter column versions set not null;
alter table outbox force row level security;
