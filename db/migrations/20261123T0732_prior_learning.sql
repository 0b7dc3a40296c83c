-- Files, evidence told once, and the recognition of prior learning.
create table stored_file (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  name text not null,
  media_type text not null,
  bytes integer not null,
  digest bytea not null,
  stored_at timestamptz not null,
  stored_by uuid,
  erased_at timestamptz,
  primary key (provider_id, id)
);
create index stored_file_student on stored_file (provider_id, student_id);
comment on table stored_file is 'What is known of a file; its bytes are in the file store, under a key made of provider and id.';

create table evidence (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  kind text not null,
  title text not null,
  description text,
  organisation text,
  starts_on date,
  ends_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  withdrawn_at timestamptz,
  primary key (provider_id, id)
);
create index evidence_student on evidence (provider_id, student_id);
comment on table evidence is 'What a student has done or can, told once and used for as many units as it speaks of.';

create table evidence_file (
  provider_id uuid not null,
  evidence_id uuid not null,
  file_id uuid not null,
  primary key (provider_id, evidence_id, file_id)
);

create table recognition (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  plan_id uuid not null,
  unit_code text not null,
  subject_area_code text,
  route text check (route in ('direct', 'assessors', 'demonstration')),
  state text not null check (state in ('asked', 'with-assessors', 'recognised', 'refused', 'withdrawn')),
  wish text,
  source jsonb,
  assessors jsonb,
  sent_on date,
  reason text,
  asked_at timestamptz not null,
  asked_by uuid,
  decided_at timestamptz,
  decided_by uuid,
  plan_version integer,
  version integer not null default 1,
  primary key (provider_id, id)
);
create index recognition_plan on recognition (provider_id, plan_id);
create index recognition_student on recognition (provider_id, student_id);
create index recognition_state on recognition (provider_id, state, asked_at);
comment on column recognition.source is 'What suggested it: a record of the study register or a hit in the texts of the requirements, with codes.';
comment on column recognition.plan_version is 'The version of the plan in which the decision took effect.';

create table recognition_evidence (
  provider_id uuid not null,
  recognition_id uuid not null,
  evidence_id uuid not null,
  primary key (provider_id, recognition_id, evidence_id)
);
