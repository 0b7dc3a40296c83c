-- What the student says of the path, and what others say of it to named readers.
create table proposal (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  plan_id uuid not null,
  plan_version integer not null,
  kind text not null,
  about text not null,
  message text not null,
  wish jsonb,
  state text not null check (state in ('open', 'accepted', 'declined', 'withdrawn')),
  made_at timestamptz not null,
  made_by uuid,
  answer_by date not null,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  primary key (provider_id, id)
);
create index proposal_student on proposal (provider_id, student_id, made_at);
create index proposal_open on proposal (provider_id, state, answer_by);
comment on column proposal.about is 'What of the plan it is about, by the identifier of the part, or plan.';

create table goal (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  text text not null,
  due_on date,
  reached_on date,
  version integer not null default 1,
  created_at timestamptz not null,
  created_by uuid,
  changed_at timestamptz not null,
  primary key (provider_id, id)
);
create index goal_student on goal (provider_id, student_id);

create table help_request (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  topic text not null,
  message text,
  asked_of text not null,
  state text not null check (state in ('open', 'taken', 'answered', 'withdrawn')),
  asked_at timestamptz not null,
  asked_by uuid,
  answer_by date not null,
  taken_by uuid,
  answer text,
  answered_at timestamptz,
  answered_by uuid,
  primary key (provider_id, id)
);
create index help_request_student on help_request (provider_id, student_id);
create index help_request_open on help_request (provider_id, state, answer_by);
comment on column help_request.asked_of is 'Whom the student chose: teacher or guidance. Nobody else reads it.';

create table comment (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  about text not null,
  text text not null,
  readers text[] not null,
  author_id uuid,
  author_role text not null,
  written_at timestamptz not null,
  removed_at timestamptz,
  primary key (provider_id, id)
);
create index comment_student on comment (provider_id, student_id, written_at);
comment on column comment.readers is 'Who may read it, as they were named before it was written. Never widened.';

create table share_link (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  plan_id uuid not null,
  parts jsonb not null,
  recipient text not null,
  secret_hash bytea not null,
  made_at timestamptz not null,
  made_by uuid,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (provider_id, id)
);
create index share_link_student on share_link (provider_id, student_id);
comment on table share_link is 'Parts of a plan that the student shows to one recipient until a day. The secret is in the link only.';

create table share_opening (
  provider_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  opened_at timestamptz not null,
  primary key (provider_id, id)
);
create index share_opening_link on share_opening (provider_id, link_id);
