-- National reference data. Shared by all providers: it is public, the same for everyone, and large.
create table reference_revision (
  one boolean primary key default true check (one),
  revision integer not null
);
insert into reference_revision (revision) values (1);
comment on table reference_revision is 'Grows with every change of reference data, so that each process knows when its own copy is old.';

create table qualification (
  diary_number text not null,
  national_id integer not null,
  names jsonb not null,
  valid_from date,
  valid_until date,
  transition_until date,
  body jsonb not null,
  changed_at timestamptz not null default now(),
  primary key (diary_number, national_id)
);
comment on table qualification is 'Qualification requirements (perusteet) without their units. One diary number may have had several.';

create table qualification_unit (
  diary_number text not null,
  national_id integer not null,
  code_uri text not null,
  body jsonb not null,
  vanished_at timestamptz,
  primary key (diary_number, national_id, code_uri)
);
comment on table qualification_unit is 'Units of qualifications. One that a newer file lacks is marked, for older plans still name it.';

create table code_set (
  uri text primary key,
  complete boolean not null,
  source jsonb not null,
  changed_at timestamptz not null default now()
);
comment on table code_set is 'Code sets (koodisto). Only of a complete set can it be said that a code does not exist.';

create table code (
  set_uri text not null,
  uri text not null,
  body jsonb not null,
  vanished_at timestamptz,
  primary key (set_uri, uri)
);
comment on table code is 'Codes with their newest version, names and validity. One that a newer file lacks is marked.';

alter table qualification_unit add foreign key (diary_number, national_id) references qualification;
alter table code add foreign key (set_uri) references code_set;

create table reference_import (
  id uuid primary key,
  kind text not null check (kind in ('eperusteet', 'koodisto')),
  file text not null,
  started_at timestamptz not null,
  report jsonb not null
);
create index reference_import_time on reference_import (started_at);
comment on table reference_import is 'Reports of imports of reference data. Shared, as is what they brought.';

create table import_run (
  provider_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('koski', 'hoks')),
  file text not null,
  started_at timestamptz not null,
  report jsonb not null,
  primary key (provider_id, id)
);
create index import_run_time on import_run (provider_id, started_at);
alter table import_run add foreign key (provider_id) references provider;
comment on table import_run is 'Reports of imports of a provider''s students, study rights and plans: places and reasons, never names.';
