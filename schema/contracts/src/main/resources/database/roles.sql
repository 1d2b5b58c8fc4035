-- The two roles and the schema of one service. Run once a service, as a superuser, on PostgreSQL 15 or newer;
-- running it again changes nothing but the password. Replace :service and :password before running.
--   :service_owner  creates and alters tables (migrations); nobody else does
--   :service_app    reads and writes rows at run time; cannot bypass row-level security, cannot create anything
do $$
begin
  if not exists (select from pg_roles where rolname = ':service_owner') then
    create role :service_owner;
  end if;
  if not exists (select from pg_roles where rolname = ':service_app') then
    create role :service_app;
  end if;
  execute format('grant connect on database %I to :service_owner, :service_app', current_database());
end
$$;

alter role :service_owner with login nosuperuser nocreatedb nocreaterole nobypassrls password ':password';
alter role :service_app with login nosuperuser nocreatedb nocreaterole nobypassrls password ':password';

create schema if not exists :service authorization :service_owner;
revoke all on schema :service from public;
grant usage on schema :service to :service_app;
alter role :service_owner set search_path = :service;
alter role :service_app set search_path = :service;

alter default privileges for role :service_owner in schema :service
  grant select, insert, update, delete on tables to :service_app;
alter default privileges for role :service_owner in schema :service
  grant usage, select on sequences to :service_app;

revoke create on schema public from public;
