-- History and audit may not be taken away by the application. Retention does it through these two functions only, which
-- belong to the owner: each repeats the fence, asks for an unfinished, logged run of this provider with a rule that stands
-- in the provider's settings now, and works out itself, from those months and the day of the database, what is old enough.
-- A run may narrow that and never widen it. docs/adr/0019.
--
-- Every name is qualified and pg_temp is looked at last: a temporary table must not stand in for one of ours.
create or replace function retention_rule(run uuid, kind text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant constant uuid := nullif(current_setting('app.provider_id', true), '')::uuid;
  rule jsonb;
begin
  select jsonb_build_object(
      'months', s.retention -> retention_rule.kind -> 'months',
      'source', coalesce(s.retention -> retention_rule.kind -> 'source', '""'::jsonb),
      -- The real day, also where a demo has moved its own.
      'before', least((r.settings -> retention_rule.kind ->> 'before')::date, ((now() at time zone 'Europe/Helsinki')::date
        - make_interval(months => (s.retention -> retention_rule.kind ->> 'months')::integer))::date))
    into rule from public.retention_run r
    join public.provider_setting s on s.provider_id = r.provider_id
      and s.retention -> retention_rule.kind ->> 'months' = r.settings -> retention_rule.kind ->> 'months'
      and (s.retention -> retention_rule.kind ->> 'months')::integer > 0
    where r.provider_id = tenant and r.id = run and r.finished_at is null;
  if rule is null then
    raise exception 'No unfinished run of retention % names a rule for % that the provider has', run, kind;
  end if;
  return rule;
end $$;

-- One plan with all that hangs on it, if its study right ended before the day of the rule and nothing of it waits to be
-- sent. A stone stays. False when it is not due, or gone already.
create or replace function retention_erase_plan(run uuid, plan uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant constant uuid := nullif(current_setting('app.provider_id', true), '')::uuid;
  rule constant jsonb := public.retention_rule(run, 'plans');
  -- The states in which a study right is over, as src/features/study-rights/rules-states.ts tells them.
  ended constant text[] := array['valmistunut', 'hyvaksytystisuoritettu', 'eronnut', 'katsotaaneronneeksi', 'keskeytynyt',
    'paattynyt', 'peruutettu', 'mitatoity'];
  gone record;
  changes uuid[];
begin
  select p.id, p.student_id into gone from public.plan p
    join public.study_right r on r.provider_id = p.provider_id and r.oid = p.study_right_oid
    where p.provider_id = tenant and p.id = retention_erase_plan.plan
      and r.present_state = any (ended)
      and r.state_from < (rule ->> 'before')::date
      and not exists (select from public.delivery d where d.provider_id = tenant and d.plan_id = p.id
        and d.state in ('waiting', 'removal'))
    for update of p;
  if not found then return false; end if;
  insert into public.erasure (provider_id, kind, target_id, run_id, rule, student_id, erased_at)
    values (tenant, 'plans', gone.id, run, rule, gone.student_id, at);
  delete from public.learning_period where provider_id = tenant and plan_id = gone.id;
  delete from public.demonstration where provider_id = tenant and plan_id = gone.id;
  delete from public.support_period where provider_id = tenant and plan_id = gone.id;
  delete from public.plan_conflict where provider_id = tenant and plan_id = gone.id;
  delete from public.plan_source where provider_id = tenant and plan_id = gone.id;
  delete from public.contact where provider_id = tenant and plan_id = gone.id;
  delete from public.plan_removal where provider_id = tenant and plan_id = gone.id;
  delete from public.delivery_event where provider_id = tenant and plan_id = gone.id;
  delete from public.delivery where provider_id = tenant and plan_id = gone.id;
  select array_agg(c.change_id) into changes from public.bulk_change_plan c
    where c.provider_id = tenant and c.plan_id = gone.id;
  -- In one order: two that erase plans of one change wait for each other, and the later one sees that none is left.
  perform from public.bulk_change b where b.provider_id = tenant and b.id = any (changes) order by b.id for update;
  delete from public.bulk_change_plan where provider_id = tenant and plan_id = gone.id;
  -- With the last of its plans go the words of a change: they may tell of somebody.
  delete from public.bulk_change b where b.provider_id = tenant and b.id = any (changes)
    and not exists (select from public.bulk_change_plan c where c.provider_id = tenant and c.change_id = b.id);
  delete from public.recognition where provider_id = tenant and plan_id = gone.id;
  delete from public.proposal where provider_id = tenant and plan_id = gone.id;
  delete from public.share_opening where provider_id = tenant and link_id in (
    select l.id from public.share_link l where l.provider_id = tenant and l.plan_id = gone.id);
  delete from public.share_link where provider_id = tenant and plan_id = gone.id;
  delete from public.approval where provider_id = tenant and plan_id = gone.id;
  delete from public.approval_event where provider_id = tenant and plan_id = gone.id;
  update public.measure set sign_id = null where provider_id = tenant and sign_id in (
    select s.id from public.sign s where s.provider_id = tenant and s.plan_id = gone.id);
  delete from public.sign where provider_id = tenant and plan_id = gone.id;
  delete from public.plan_version where provider_id = tenant and plan_id = gone.id;
  delete from public.plan where provider_id = tenant and id = gone.id;
  return true;
end $$;

-- Old rows of the audit or of deliveries, a bounded number; answers how many went.
create or replace function retention_erase_old(run uuid, kind text, most integer) returns integer
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  tenant constant uuid := nullif(current_setting('app.provider_id', true), '')::uuid;
  rule constant jsonb := public.retention_rule(run, kind);
  bound constant timestamptz := (rule ->> 'before')::date::timestamp at time zone 'Europe/Helsinki';
  gone integer;
begin
  if kind = 'audit' then
    delete from public.audit_event where provider_id = tenant and id in (
      select e.id from public.audit_event e where e.provider_id = tenant and e.at < bound order by e.id limit most);
  elsif kind = 'deliveries' then
    delete from public.delivery_event where provider_id = tenant and id in (
      select e.id from public.delivery_event e where e.provider_id = tenant and e.at < bound order by e.id limit most);
  else
    raise exception 'No rows of the kind % are erased by their age', kind;
  end if;
  get diagnostics gone = row_count;
  return gone;
end $$;

revoke all on function retention_rule(uuid, text) from public;
revoke all on function retention_erase_plan(uuid, uuid, timestamptz) from public;
revoke all on function retention_erase_old(uuid, text, integer) from public;
grant execute on function retention_erase_plan(uuid, uuid, timestamptz) to yhdessa_app;
grant execute on function retention_erase_old(uuid, text, integer) to yhdessa_app;

-- The application makes no temporary tables. An owner of the tables who does not own the database cannot say so.
do $$
begin
  execute format('revoke temporary on database %I from public, yhdessa_app', current_database());
exception when insufficient_privilege then
  raise notice 'Temporary tables stay permitted: the database belongs to somebody else';
end $$;
