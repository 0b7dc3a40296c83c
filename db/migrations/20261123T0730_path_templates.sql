-- Paths that a group begins with, what is asked when one is applied, and changes made to many plans at once.
create table path_template (
  provider_id uuid not null,
  id uuid not null,
  name text not null,
  diary_number text not null,
  competence_area text,
  group_code text,
  version integer not null check (version > 0),
  origin jsonb,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  retired_at timestamptz,
  primary key (provider_id, id)
);
create index path_template_qualification on path_template (provider_id, diary_number);
comment on table path_template is 'A path that students of a qualification begin with; its body is the newest version''s.';
comment on column path_template.origin is 'Whose copy it is: provider, template, version and the day of taking. It changes nothing there.';

create table path_template_version (
  provider_id uuid not null,
  template_id uuid not null,
  version integer not null,
  body jsonb not null,
  reason text,
  author_id uuid,
  saved_at timestamptz not null,
  primary key (provider_id, template_id, version)
);
comment on table path_template_version is 'Every body that the template has had, append-only. Times are weeks from the path''s first week.';

-- Shared by all providers: what one gives is read by another, who takes a copy. Every query names the providers itself.
create table template_gift (
  id uuid primary key,
  giver_id uuid not null,
  receiver_id uuid,
  template_id uuid not null,
  version integer not null,
  name text not null,
  diary_number text not null,
  competence_area text,
  body jsonb not null,
  given_at timestamptz not null,
  withdrawn_at timestamptz
);
create index template_gift_receiver on template_gift (receiver_id, given_at);
create index template_gift_giver on template_gift (giver_id, template_id);
comment on table template_gift is 'A version of a template that a provider gave to another, or with no receiver to all.';

create table group_draft (
  provider_id uuid not null,
  id uuid not null,
  template_id uuid not null,
  template_version integer not null,
  group_code text,
  starts_on date not null,
  version integer not null,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  saved_at timestamptz,
  change_id uuid,
  primary key (provider_id, id)
);
comment on table group_draft is 'A template being applied to a group: the answers wait here until all of it is saved at once.';

create table group_draft_row (
  provider_id uuid not null,
  draft_id uuid not null,
  study_right_oid text not null,
  student_id uuid not null,
  position integer not null,
  answers jsonb not null default '{}',
  version integer not null default 1,
  changed_at timestamptz not null,
  changed_by uuid,
  plan_id uuid,
  outcome jsonb,
  primary key (provider_id, draft_id, study_right_oid)
);
comment on column group_draft_row.version is 'Two teachers on one group: a row is saved over the version that was read.';

create table bulk_change (
  provider_id uuid not null,
  id uuid not null,
  kind text not null,
  operation jsonb not null,
  reason text not null,
  made_at timestamptz not null,
  made_by uuid,
  undone_at timestamptz,
  undone_by uuid,
  primary key (provider_id, id)
);
create index bulk_change_newest on bulk_change (provider_id, made_at);
comment on table bulk_change is 'One change made to many plans in one transaction: one version a plan, undone as one.';

create table bulk_change_plan (
  provider_id uuid not null,
  change_id uuid not null,
  plan_id uuid not null,
  version_before integer,
  version_after integer not null,
  version_undone integer,
  primary key (provider_id, change_id, plan_id)
);
create index bulk_change_plan_plan on bulk_change_plan (provider_id, plan_id);
comment on column bulk_change_plan.version_before is 'Empty: the change made the plan.';
