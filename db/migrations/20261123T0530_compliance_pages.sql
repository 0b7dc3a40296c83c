-- The audit by who acted, versions of statements, stones of what was erased, and how open pages learn of a turvakielto.
create index audit_event_actor on audit_event (provider_id, actor_id, at);

-- The body stands in the versions; the head says which is the present one and which one is published.
alter table statement drop column body, add column published_version integer;
create table statement_version (
  provider_id uuid not null,
  kind text not null,
  version integer not null,
  body jsonb not null,
  changed_at timestamptz not null,
  changed_by uuid,
  primary key (provider_id, kind, version)
);
comment on table statement_version is 'Every version of a provider''s statements, append-only: what stood published when.';

alter table feedback add column mailed_at timestamptz;
comment on column feedback.mailed_at is 'When the provider''s contact was written to: a job that runs twice writes once.';

create table erasure (
  provider_id uuid not null,
  kind text not null,
  target_id uuid not null,
  run_id uuid not null,
  rule jsonb not null,
  student_id uuid,
  erased_at timestamptz not null,
  primary key (provider_id, kind, target_id)
);
create index erasure_student on erasure (provider_id, student_id);
comment on table erasure is 'A stone for each plan that a rule of retention erased: that there was one, when it went, by which rule.';

alter table provider add column protection_version integer not null default 0;
comment on column provider.protection_version is 'Grows when a turvakielto begins or ends: open pages ask for it and read everything anew.';
alter table student add column protected_here boolean not null default false;
comment on column student.protected_here is 'The turvakielto was set here by hand: a register''s no does not lift it.';

-- The erasing of contacts has become one kind of the runs of retention.
do $$ begin
  if to_regclass('pgboss.schedule') is not null then
    execute 'delete from pgboss.schedule where name = ''contacts.retention''';
  end if;
end $$;
