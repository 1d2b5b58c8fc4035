-- What was read from a file is read from it again when someone asks; its content is kept, packed, in place of a row a record.
drop table x12_record;
alter table x12_content alter column bytes set storage external;

-- A file whose sender broke off: what had come is known by its hash and length, so that the whole file continues it.
alter table x12_file drop constraint x12_file_state_check;
alter table x12_file add constraint x12_file_state_check check (state in ('LOADING', 'LOADED', 'CUT'));
alter table x12_file add column length bigint;
create index x12_file_cut on x12_file (practice_id) where state = 'CUT';
