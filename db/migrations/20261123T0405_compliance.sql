-- Keys of drafts, erasures by rule, statements that a provider publishes, and what people tell about accessibility.
alter table person add column draft_key bytea;
comment on column person.draft_key is 'Encrypts the drafts that the person''s browsers keep: without signing in as the same person they cannot be read.';

alter table provider_setting add column retention jsonb not null default '{}';
comment on column provider_setting.retention is 'How long each kind of data is kept; a kind that is not named is kept until somebody decides.';

create table retention_run (
  provider_id uuid not null,
  id uuid not null,
  kind text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  settings jsonb not null,
  counts jsonb not null default '{}',
  failure text,
  primary key (provider_id, id)
);
create index retention_run_newest on retention_run (provider_id, started_at);
comment on table retention_run is 'Every run of the rules of retention: when, by which settings, how many rows of which kind.';

create table statement (
  provider_id uuid not null,
  kind text not null check (kind in ('accessibility', 'privacy', 'processing')),
  body jsonb not null,
  version integer not null,
  published_at timestamptz,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (provider_id, kind)
);
comment on table statement is 'Accessibility statement, privacy notice and record of processing, as the provider has completed them.';

create table feedback (
  provider_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  page text,
  message text not null,
  email text,
  answer_by date not null,
  answered_at timestamptz,
  answered_by uuid,
  primary key (provider_id, id)
);
create index feedback_open on feedback (provider_id, answered_at, at);
comment on table feedback is 'What people told about accessibility; the law wants an answer in fourteen days.';
