-- Organisations, and versions of codes. Shared: public, national, the same for everyone.
create table organisation (
  oid text primary key,
  parent_oid text,
  business_id text,
  institution_code text,
  institution_type text,
  kinds text[] not null,
  names jsonb not null,
  municipality text,
  valid_from date,
  valid_until date,
  status text not null,
  body jsonb not null,
  changed_at timestamptz not null,
  vanished_at timestamptz
);
create index organisation_parent on organisation (parent_oid);
create index organisation_business on organisation (business_id);
create index organisation_institution on organisation (institution_code);
comment on table organisation is 'Organisations as Organisaatiopalvelu tells of them: providers, institutions, units.';

create table organisation_name (
  oid text not null,
  starts_on date not null,
  names jsonb not null,
  primary key (oid, starts_on)
);
comment on table organisation_name is 'Names of organisations over time: which one held on a day is told by the last that had begun.';

create table organisation_successor (
  oid text not null,
  successor_oid text not null,
  changes_on date not null,
  source text not null,
  primary key (oid, successor_oid)
);
comment on table organisation_successor is 'Which organisation follows another, from which day, and where that was read.';

create table code_version (
  set_uri text not null,
  uri text not null,
  version integer not null,
  body jsonb not null,
  primary key (set_uri, uri, version)
);
comment on table code_version is 'Every version of a code that was ever read: plans name a code with its version.';
