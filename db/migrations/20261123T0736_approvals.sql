-- Approval by part, and the people who take part in it: invited, signed in, and guardians until the student is 18.
alter table provider_setting
  add column approvals jsonb,
  add column signs jsonb not null default '{}',
  add column reminders jsonb not null default '{}';
comment on column provider_setting.approvals is 'Who approves which part of a plan, each rule with its days of validity and its source. Empty: nothing decided yet.';
comment on column provider_setting.signs is 'Limits of the early signs.';
comment on column provider_setting.reminders is 'Days before something stands on somebody''s list, and before which it is to be answered.';

create table approval (
  provider_id uuid not null,
  plan_id uuid not null,
  part text not null,
  party text not null check (party in ('student', 'guardian', 'provider', 'employer')),
  student_id uuid not null,
  state text not null check (state in ('asked', 'approved', 'declined')),
  digest text not null,
  plan_version integer not null,
  asked_at timestamptz not null,
  answered_at timestamptz,
  answered_by uuid,
  means text check (means in ('session', 'recorded')),
  reason text,
  first_approved_on date,
  primary key (provider_id, plan_id, part, party)
);
create index approval_open on approval (provider_id, state, party, asked_at);
create index approval_student on approval (provider_id, student_id);
comment on table approval is 'The present state of each party''s approval of each part that concerns it.';
comment on column approval.digest is 'Of the part''s contents as they were asked: another content is asked again, and only from those whose part it is.';
comment on column approval.first_approved_on is 'Kept once set.';

create table approval_event (
  provider_id uuid not null,
  id uuid not null,
  plan_id uuid not null,
  part text not null,
  party text not null,
  state text not null,
  digest text not null,
  plan_version integer not null,
  at timestamptz not null,
  person_id uuid,
  means text,
  reason text,
  primary key (provider_id, id)
);
create index approval_event_plan on approval_event (provider_id, plan_id, at);
comment on table approval_event is 'Every asking and answering, append-only.';

create table invitation (
  provider_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('student', 'guardian')),
  student_id uuid not null,
  guardian_id uuid,
  secret_hash bytea not null,
  state text not null check (state in ('sent', 'waiting', 'accepted', 'refused', 'revoked')),
  made_at timestamptz not null,
  made_by uuid,
  expires_at timestamptz not null,
  mailed_at timestamptz,
  claimed_at timestamptz,
  claim_issuer text,
  claim_subject text,
  claim_name text,
  decided_at timestamptz,
  decided_by uuid,
  person_id uuid,
  primary key (provider_id, id),
  check ((kind = 'guardian') = (guardian_id is not null))
);
create index invitation_student on invitation (provider_id, student_id);
create index invitation_waiting on invitation (provider_id, state, made_at);
comment on table invitation is 'A link that lets somebody say who they are. It proves nothing: whoever signs in is matched, or a person confirms.';

create table guardianship (
  provider_id uuid not null,
  person_id uuid not null,
  student_id uuid not null,
  guardian_id uuid not null,
  linked_at timestamptz not null,
  linked_by uuid,
  primary key (provider_id, person_id, student_id)
);
create index guardianship_guardian on guardianship (provider_id, guardian_id);
create index guardianship_student on guardianship (provider_id, student_id);
comment on table guardianship is 'Which person who signs in is which guardian of which student. Goes with the guardian, who goes at 18.';

alter table assignment drop constraint assignment_role_check;
alter table assignment add constraint assignment_role_check
  check (role in ('teacher', 'guidance', 'coordinator', 'quality', 'administrator', 'student', 'guardian'));
