-- Study rights stored before their present state was: read from their bodies once, as the nightly job does.
alter table study_right no force row level security;
update study_right r set
  (present_state, state_from) = (
    select s->>'state', (s->>'start')::date from jsonb_array_elements(r.body->'states') with ordinality as t (s, at)
    where s->>'start' <= current_date::text order by s->>'start' desc, at desc limit 1),
  state_changes_on = (
    select min(s->>'start')::date from jsonb_array_elements(r.body->'states') as s where s->>'start' > current_date::text)
where r.present_state is null and r.body ? 'states';
