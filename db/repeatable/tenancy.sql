-- The fence, generated from the catalogue: a table is a tenant's unless it is named here as shared.
-- Runs after every migration, so a new table is fenced before anything can read it.
do $$
declare
  -- Shared by all providers. To add one is a decision: say why in the migration that makes it.
  shared constant text[] := array[
    'provider', 'person', 'assignment', 'session', 'demo_clock', 'migration',
    'qualification', 'qualification_unit', 'qualification_text', 'code_set', 'code', 'code_version', 'reference_revision',
    'organisation', 'organisation_name', 'organisation_successor', 'group_role', 'template_gift'
  ];
  -- History: may be added to, never changed or taken away.
  append_only constant text[] := array['audit_event', 'plan_version', 'import_note', 'delivery_event', 'statement_version', 'erasure',
    'path_template_version', 'approval_event', 'share_opening'];
  fence constant text := '(provider_id = (select nullif(current_setting(''app.provider_id'', true), '''')::uuid))';
  found record;
begin
  execute 'grant usage on schema public to yhdessa_app';
  for found in
    select c.oid, c.relname as name,
      exists (select from pg_attribute a
        where a.attrelid = c.oid and a.attname = 'provider_id' and a.attnotnull and not a.attisdropped) as owned
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p')
  loop
    execute format('revoke all on %I from yhdessa_app', found.name);
    if found.name = 'migration' then
      -- Read by the readiness check; written by the owner alone.
      execute format('grant select on %I to yhdessa_app', found.name);
      continue;
    elsif found.name = any (shared) then
      execute format('grant select, insert, update, delete on %I to yhdessa_app', found.name);
      continue;
    elsif not found.owned then
      raise exception 'The table % has no provider_id and is not named as shared', found.name;
    end if;
    execute format('alter table %I enable row level security', found.name);
    execute format('alter table %I force row level security', found.name);
    execute format('drop policy if exists fence on %I', found.name);
    execute format('create policy fence on %I for all to public using %s with check %s', found.name, fence, fence);
    if found.name = any (append_only) then
      execute format('grant select, insert on %I to yhdessa_app', found.name);
    else
      execute format('grant select, insert, update, delete on %I to yhdessa_app', found.name);
    end if;
  end loop;
end $$;
