-- History and audit may not be taken away by the application. Retention does it through these two functions only, which
-- belong to the owner: each repeats the fence, and erases only what an unfinished, logged run of this provider names by a
-- rule that stands in the provider's settings now. docs/adr/0019.
create or replace function retention_rule(run uuid, kind text) returns jsonb
language plpgsql stable security definer set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.provider_id', true), '')::uuid;
  rule jsonb;
begin
  select r.settings -> retention_rule.kind into rule from retention_run r
    join provider_setting s on s.provider_id = r.provider_id
      and s.retention -> retention_rule.kind ->> 'months' = r.settings -> retention_rule.kind ->> 'months'
    where r.provider_id = tenant and r.id = run and r.finished_at is null;
  if rule is null then
    raise exception 'No unfinished run of retention % names a rule for % that the provider has', run, kind;
  end if;
  return rule;
end $$;

-- One plan with all that hangs on it, if its study right ended before the day of the rule and nothing of it waits to be
-- sent. A stone stays. False when it is not due, or gone already.
create or replace function retention_erase_plan(run uuid, plan uuid, at timestamptz) returns boolean
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.provider_id', true), '')::uuid;
  rule constant jsonb := retention_rule(run, 'plans');
  gone record;
begin
  select p.id, p.student_id into gone from plan p
    join study_right r on r.provider_id = p.provider_id and r.oid = p.study_right_oid
    where p.provider_id = tenant and p.id = retention_erase_plan.plan
      and r.present_state in (select jsonb_array_elements_text(rule -> 'states'))
      and r.state_from < (rule ->> 'before')::date
      and not exists (select from delivery d where d.provider_id = tenant and d.plan_id = p.id
        and d.state in ('waiting', 'removal'))
    for update of p;
  if not found then return false; end if;
  insert into erasure (provider_id, kind, target_id, run_id, rule, student_id, erased_at)
    values (tenant, 'plans', gone.id, run, rule - 'states', gone.student_id, at);
  delete from learning_period where provider_id = tenant and plan_id = gone.id;
  delete from demonstration where provider_id = tenant and plan_id = gone.id;
  delete from support_period where provider_id = tenant and plan_id = gone.id;
  delete from plan_conflict where provider_id = tenant and plan_id = gone.id;
  delete from plan_source where provider_id = tenant and plan_id = gone.id;
  delete from contact where provider_id = tenant and plan_id = gone.id;
  delete from plan_removal where provider_id = tenant and plan_id = gone.id;
  delete from delivery_event where provider_id = tenant and plan_id = gone.id;
  delete from delivery where provider_id = tenant and plan_id = gone.id;
  delete from plan_version where provider_id = tenant and plan_id = gone.id;
  delete from plan where provider_id = tenant and id = gone.id;
  return true;
end $$;

-- Old rows of the audit or of deliveries, a bounded number; answers how many went.
create or replace function retention_erase_old(run uuid, kind text, most integer) returns integer
language plpgsql security definer set search_path = pg_catalog, public as $$
declare
  tenant constant uuid := nullif(current_setting('app.provider_id', true), '')::uuid;
  rule constant jsonb := retention_rule(run, kind);
  bound constant timestamptz := (rule ->> 'before')::date::timestamp at time zone 'Europe/Helsinki';
  gone integer;
begin
  if kind = 'audit' then
    delete from audit_event where provider_id = tenant and id in (
      select e.id from audit_event e where e.provider_id = tenant and e.at < bound order by e.id limit most);
  elsif kind = 'deliveries' then
    delete from delivery_event where provider_id = tenant and id in (
      select e.id from delivery_event e where e.provider_id = tenant and e.at < bound order by e.id limit most);
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
