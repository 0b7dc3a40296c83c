-- What waits at a whole provider is read in the order in which it is shown, as far as it is shown and counted.
create index approval_declined on approval (provider_id, answered_at, plan_id, part) where state = 'declined';
create index approval_unanswered on approval (provider_id, asked_at, plan_id, part)
  where state = 'asked' and party <> 'provider';
create index recognition_waiting on recognition (provider_id, asked_at, id) where state in ('asked', 'with-assessors');
create index help_request_waiting on help_request (provider_id, answer_by, id) where state in ('open', 'taken');
create index invitation_claimed on invitation (provider_id, claimed_at, id)
  where state = 'waiting' and claimed_at is not null;
create index plan_conflict_noticed on plan_conflict (provider_id, noticed_at, id) where settled_at is null;
create index plan_faulty on plan (provider_id,
  (case when errors > 0 then 'errors' when warnings > 0 then 'warnings' else 'fine' end), saved_at, id)
  where errors > 0 or warnings > 0;
create index delivery_stopped on delivery (provider_id, (coalesce(failed_at, waiting_since)), plan_id)
  where state in ('refused', 'differs');
create index plan_removal_open on plan_removal (provider_id, asked_at, plan_id)
  where told_done_at is null and confirmed_at is null;
create index learning_period_workplace_end on learning_period (provider_id, ends_on, plan_id, pointer)
  where method_code in ('osaamisenhankkimistapa_koulutussopimus', 'osaamisenhankkimistapa_oppisopimus');
