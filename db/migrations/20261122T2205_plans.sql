-- Students, study rights and plans with their history.
create table student (
  provider_id uuid not null,
  id uuid not null,
  student_oid text not null,
  given_names text,
  called_name text,
  family_name text,
  birth_date date,
  group_code text,
  language text check (language in ('fi', 'sv', 'en')),
  sort_name text not null default '',
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  erased_at timestamptz,
  primary key (provider_id, id),
  unique (provider_id, student_oid)
);
create index student_sort on student (provider_id, sort_name, id);
comment on table student is 'Students. Names stand here only, so that they can be erased; everything else refers by id.';
comment on column student.sort_name is 'Family and called name in lower case, for lists in order and by prefix under the fence.';

create table study_right (
  provider_id uuid not null,
  oid text not null,
  student_id uuid not null,
  body jsonb not null,
  diary_number text,
  starts_on date,
  estimated_end_on date,
  source text not null,
  changed_at timestamptz not null default now(),
  primary key (provider_id, oid)
);
create index study_right_student on study_right (provider_id, student_id);
comment on table study_right is 'Study rights (opiskeluoikeus) as the study register gives them.';

create table contact (
  provider_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  kind text not null,
  content jsonb,
  created_at timestamptz not null,
  erased_at timestamptz,
  erased_extent text check (erased_extent in ('details', 'all')),
  erased_salt bytea,
  erased_fingerprint bytea,
  primary key (provider_id, id),
  check ((erased_at is null) = (erased_extent is null)),
  check ((content is null) = (erased_extent is not distinct from 'all'))
);
create index contact_plan on contact (provider_id, plan_id);
comment on table contact is 'Names, e-mails and phones of students and outsiders in plans. Bodies, versions and audit refer to the id; erasing empties the row.';
comment on column contact.erased_extent is 'details: e-mail and phone are gone; all: the name too.';
comment on column contact.erased_fingerprint is 'Salted digest of what was erased, so that a register that sends it again does not bring it back.';

create table plan (
  provider_id uuid not null,
  id uuid not null,
  hoks_id integer not null,
  eid uuid not null,
  study_right_oid text not null,
  student_oid text not null,
  student_id uuid,
  version integer not null,
  findings jsonb not null,
  errors integer not null,
  warnings integer not null,
  checked_on date not null,
  codes text[] not null,
  saved_at timestamptz not null,
  author_kind text not null,
  author_id uuid,
  source text not null,
  created_at timestamptz not null,
  primary key (provider_id, id),
  unique (provider_id, hoks_id),
  unique (provider_id, study_right_oid)
) with (fillfactor = 80);
create index plan_student on plan (provider_id, student_id);
comment on table plan is 'The head of each plan (HOKS): which version is the present one, and what the rules say of it. Its body is that version''s.';

create table plan_version (
  provider_id uuid not null,
  plan_id uuid not null,
  version integer not null,
  saved_at timestamptz not null,
  author_kind text not null,
  author_id uuid,
  source text not null,
  reason text,
  changes jsonb not null,
  body jsonb not null,
  unknown_members jsonb,
  primary key (provider_id, plan_id, version)
);
comment on table plan_version is 'Every save: author, source, time, reason, difference and body. Append-only; the newest is the present plan, so a body is written once.';

create table plan_source (
  provider_id uuid not null,
  plan_id uuid not null,
  source text not null,
  body jsonb not null,
  received_at timestamptz not null,
  primary key (provider_id, plan_id, source)
);
comment on column plan_version.unknown_members is 'Members of a newer national schema, with pointers into the body: kept, not understood, given back.';

comment on table plan_source is 'What each register last sent of a plan: the base against which its next sending is merged.';

create table plan_conflict (
  provider_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  pointer text not null,
  base jsonb,
  register jsonb,
  here jsonb,
  taken text not null check (taken in ('register', 'here')),
  source text not null,
  noticed_at timestamptz not null,
  settled_at timestamptz,
  primary key (provider_id, id)
);
create index plan_conflict_plan on plan_conflict (provider_id, plan_id);
comment on table plan_conflict is 'Where a register and a colleague changed the same thing differently: both versions, and which one stands.';

create table learning_period (
  provider_id uuid not null,
  plan_id uuid not null,
  pointer text not null,
  unique_id text,
  method_code text not null,
  starts_on date not null,
  ends_on date not null,
  part_time_share bigint,
  interruptions jsonb not null,
  workplace_name text,
  business_id text,
  instructor_contact_id uuid,
  days integer,
  days_numerator text,
  days_denominator text,
  primary key (provider_id, plan_id, pointer)
);
create index learning_period_end on learning_period (provider_id, ends_on);
comment on table learning_period is 'Learning periods of present plans, projected for look-up; days is the national duration of a workplace period.';

create table demonstration (
  provider_id uuid not null,
  plan_id uuid not null,
  pointer text not null,
  starts_on date not null,
  ends_on date not null,
  environment_name text not null,
  primary key (provider_id, plan_id, pointer)
);
create index demonstration_start on demonstration (provider_id, starts_on);
comment on table demonstration is 'Demonstrations (näyttö) of present plans, projected for look-up.';

create table support_period (
  provider_id uuid not null,
  plan_id uuid not null,
  pointer text not null,
  kind_code text not null,
  starts_on date,
  ends_on date,
  primary key (provider_id, plan_id, pointer)
);
comment on table support_period is 'Learning support of present plans, projected for look-up.';
