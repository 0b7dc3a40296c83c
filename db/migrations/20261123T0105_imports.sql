-- Imports as runs that can be followed, stopped, killed and gone on with. One shape for a provider's data and, under
-- the installation, for national reference data.
create table import_start (
  provider_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('eperusteet', 'koodisto', 'organisaatio', 'koski', 'hoks', 'students', 'staff')),
  origin text not null check (origin in ('command', 'page', 'schedule', 'demo')),
  source text not null,
  options jsonb not null default '{}',
  state text not null check (state in ('receiving', 'waiting', 'fetching', 'reading', 'storing', 'done', 'refused', 'stopped')),
  requested_by uuid,
  requested_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  total integer,
  position integer not null default 0,
  counts jsonb not null default '{"read":0,"written":0,"unchanged":0,"vanished":0,"refused":0}',
  cursor jsonb,
  failure jsonb,
  worker uuid,
  heartbeat_at timestamptz,
  attempts integer not null default 0,
  primary key (provider_id, id)
);
-- The owner reads all providers' reports once, to move them.
alter table import_run no force row level security;
insert into import_start (provider_id, id, kind, origin, source, state, requested_at, started_at, finished_at, counts)
select provider_id, id, kind, 'command', file, case when (report->>'refusedWhole')::boolean then 'refused' else 'done' end,
  started_at, started_at, started_at, report->'counts' from import_run;
insert into import_start (provider_id, id, kind, origin, source, state, requested_at, started_at, finished_at, counts)
select '00000000-0000-7000-8000-000000000001', id, kind, 'command', file,
  case when (report->>'refusedWhole')::boolean then 'refused' else 'done' end,
  started_at, started_at, started_at, report->'counts' from reference_import;
create table import_note (
  provider_id uuid not null,
  run_id uuid not null,
  number integer not null,
  outcome text not null check (outcome in ('refused', 'kept')),
  document text not null,
  pointer text not null,
  code text not null,
  params jsonb,
  primary key (provider_id, run_id, number)
);
insert into import_note (provider_id, run_id, number, outcome, document, pointer, code, params)
select run.provider_id, run.id, note.number, 'refused', run.file, note.value->>'pointer', note.value->>'code', note.value->'params'
from import_run run, jsonb_array_elements(run.report->'refusals') with ordinality as note (value, number);
drop table import_run;
drop table reference_import;
alter table import_start rename to import_run;
create index import_run_time on import_run (provider_id, requested_at);
create index import_run_kind on import_run (provider_id, kind, requested_at);
comment on table import_run is 'Runs of imports: how far, what came of it. Position counts the records of the input that are done, in its order.';
comment on column import_run.worker is 'Who runs it; who finds another one here stops. A heartbeat too old lets the next one take over.';
comment on table import_note is 'What a run refused, and what it kept of a newer schema: places and reasons, never names. Append-only.';

create table import_document (
  provider_id uuid not null,
  run_id uuid not null,
  number integer not null,
  name text not null,
  size bigint not null default 0,
  digest bytea,
  complete boolean not null default false,
  refusal jsonb,
  primary key (provider_id, run_id, number)
);
comment on table import_document is 'Files of a run, or answers of a service: kept until the run has ended, so that any process can go on with it.';

create table import_part (
  provider_id uuid not null,
  run_id uuid not null,
  document integer not null,
  part integer not null,
  bytes bytea not null,
  primary key (provider_id, run_id, document, part)
);
-- JSON of a megabyte is read once and thrown away: not worth the processor time to compress.
alter table import_part alter column bytes set storage external;
comment on table import_part is 'Bytes of the documents of runs that have not ended. Emptied at the end: reports hold no personal data.';

create table import_seen (
  provider_id uuid not null,
  run_id uuid not null,
  key text collate "C" not null,
  primary key (provider_id, run_id, key)
);
comment on table import_seen is 'Keys that a run of a whole register has met; what it has not met has vanished there. Emptied at the end.';

create table register_setting (
  provider_id uuid not null,
  register text not null check (register in ('eperusteet', 'koodisto', 'organisaatio', 'koski', 'ehoks')),
  address text not null,
  username text,
  sealed_secret text,
  schedule text not null default 'off' check (schedule in ('off', 'hourly', 'daily', 'weekly')),
  hour smallint not null default 3 check (hour between 0 and 23),
  weekday smallint not null default 1 check (weekday between 1 and 7),
  next_due_at timestamptz,
  version integer not null default 1,
  changed_at timestamptz not null,
  primary key (provider_id, register)
);
comment on table register_setting is 'Where a register is asked, as whom and how often. National ones belong to the installation. Passwords are sealed with the key of the installation.';
