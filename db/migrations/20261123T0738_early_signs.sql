-- Early signs with what they were computed from, measures agreed on, and the digest of one's own list.
create table sign (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  plan_id uuid not null,
  kind text not null,
  about text not null,
  state text not null check (state in ('open', 'decided', 'over')),
  data jsonb not null,
  noticed_on date not null,
  seen_on date not null,
  over_on date,
  decision text check (decision in ('measure', 'no-need')),
  reason text,
  decided_at timestamptz,
  decided_by uuid,
  explanation text,
  explained_at timestamptz,
  explained_by uuid,
  version integer not null default 1,
  primary key (provider_id, id)
);
create index sign_plan on sign (provider_id, plan_id, kind);
create index sign_student on sign (provider_id, student_id);
create index sign_open on sign (provider_id, state, noticed_on);
comment on table sign is 'A rule of the provider found something in a plan. No score, no ranking; apart from student-welfare records.';
comment on column sign.about is 'What makes it the same sign tomorrow: the period, or plan.';
comment on column sign.data is 'The figures and days that the rule looked at, as it shows them.';

create table measure (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  sign_id uuid,
  text text not null,
  person_id uuid not null,
  due_on date not null,
  state text not null check (state in ('agreed', 'done', 'left')),
  outcome text,
  followed_at timestamptz,
  followed_by uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  primary key (provider_id, id)
);
create index measure_student on measure (provider_id, student_id);
create index measure_person on measure (provider_id, person_id, state, due_on);

create table digest_choice (
  provider_id uuid not null,
  person_id uuid not null,
  rhythm text not null check (rhythm in ('never', 'weekdays', 'mondays')),
  changed_at timestamptz not null,
  primary key (provider_id, person_id)
);

create table digest (
  provider_id uuid not null,
  person_id uuid not null,
  day date not null,
  items integer not null,
  sent_at timestamptz not null,
  primary key (provider_id, person_id, day)
);
comment on table digest is 'Which day''s digest has gone to whom: a job that runs twice sends once.';
