-- Which version of a plan is approved, and how it goes on to the national service.
alter table plan
  add column approved_version integer,
  add column approved_at timestamptz,
  add column approved_by uuid,
  add constraint plan_approval check (
    (approved_version is null) = (approved_at is null) and approved_version <= version);
comment on column plan.approved_version is 'The newest version that student and provider approved: this one is sent on, later ones wait.';

create table delivery (
  provider_id uuid not null,
  plan_id uuid not null,
  wanted_version integer not null,
  state text not null check (state in ('waiting', 'delivered', 'refused', 'differs', 'removal', 'removed')),
  national_id bigint,
  delivered_version integer,
  delivered_digest text,
  delivered_at timestamptz,
  confirmed_at timestamptz,
  waiting_since timestamptz not null,
  due_at timestamptz not null,
  attempts integer not null default 0,
  lease_id uuid,
  leased_until timestamptz,
  failure jsonb,
  failed_at timestamptz,
  primary key (provider_id, plan_id),
  check ((lease_id is null) = (leased_until is null))
);
create index delivery_due on delivery (provider_id, state, due_at);
comment on table delivery is 'Each plan''s way to the national service: what should be there, what is known to be there, and why it is not.';
comment on column delivery.attempts is 'Counted before each try: after a try whose end nobody knows, the service is asked first what it has.';
comment on column delivery.lease_id is 'Who is trying just now. Writing back an outcome demands the same lease, so one that was given up cannot overwrite.';
comment on column delivery.failure is 'Why the last try did not succeed: a code with its parameters, and what the service found with pointers. No contents.';

create table delivery_event (
  provider_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  at timestamptz not null,
  outcome text not null,
  version integer,
  status integer,
  failure jsonb,
  primary key (provider_id, id)
);
create index delivery_event_plan on delivery_event (provider_id, plan_id, at);
comment on table delivery_event is 'What came of each try to deliver, append-only.';

create table plan_removal (
  provider_id uuid not null,
  plan_id uuid not null,
  reason text not null,
  asked_at timestamptz not null,
  asked_by uuid,
  told_done_at timestamptz,
  told_done_by uuid,
  checked_at timestamptz,
  confirmed_at timestamptz,
  primary key (provider_id, plan_id)
);
comment on table plan_removal is 'Plans to be taken away: the national interface has no delete, so a person with that right does it there, and a GET confirms it.';
