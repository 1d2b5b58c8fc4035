-- A key says which version stands behind it, so that the latest versions that a value leads to are read from keys alone. A
-- version can be found by what it holds and by what those before it held, in the order in which they were learned.
alter table fact_key add column version int not null default 1;

alter table fact no force row level security;        -- the owner rewrites what is there
alter table fact_key no force row level security;

create temporary table corrected as
  select practice_id, kind, id from fact group by practice_id, kind, id having count(*) > 1;

delete from fact_key k using corrected c
where k.practice_id = c.practice_id and k.kind = c.kind and k.id = c.id;

insert into fact_key (practice_id, kind, id, since, version, name, value)
select distinct v.practice_id, v.kind, v.id, v.recorded_at, v.version, split_part(k, '=', 1), substr(k, strpos(k, '=') + 1)
from corrected c
join fact v on v.practice_id = c.practice_id and v.kind = c.kind and v.id = c.id
join fact u on u.practice_id = c.practice_id and u.kind = c.kind and u.id = c.id
  and (u.recorded_at, u.version) <= (v.recorded_at, v.version)
cross join unnest(u.keys) k;

drop table corrected;

alter table fact force row level security;
alter table fact_key force row level security;
