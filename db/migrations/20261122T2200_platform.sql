-- The platform's own tables: who there is, who is signed in, what was seen and changed.
do $$ begin
  if not exists (select from pg_roles where rolname = 'yhdessa_app') then
    create role yhdessa_app nologin;
  end if;
  execute format('grant yhdessa_app to %I', current_user);
end $$;

create table provider (
  id uuid primary key,
  oid text not null unique,
  business_id text,
  name_fi text not null,
  name_sv text,
  name_en text,
  language text not null check (language in ('fi', 'sv', 'en')),
  created_at timestamptz not null default now()
);
comment on table provider is 'Providers of education (koulutuksen järjestäjä): the tenants.';

create table person (
  id uuid primary key,
  issuer text not null,
  subject text not null,
  name text not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  created_at timestamptz not null default now(),
  unique (issuer, subject)
);
comment on table person is 'People who sign in, as their OpenID provider names them. One person may work for several providers.';

create table assignment (
  person_id uuid not null references person,
  provider_id uuid not null references provider,
  role text not null check (role in ('teacher', 'guidance', 'coordinator', 'quality', 'administrator', 'student')),
  student_id uuid,
  primary key (person_id, provider_id, role),
  check ((role = 'student') = (student_id is not null))
);
create index assignment_provider on assignment (provider_id);
comment on table assignment is 'Which roles a person holds at which provider. Read before a provider is chosen, so not behind the fence.';

create table session (
  secret_hash bytea primary key,
  person_id uuid not null references person,
  provider_id uuid references provider,
  csrf_token text not null,
  language text not null check (language in ('fi', 'sv', 'en')),
  id_token text,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);
create index session_provider on session (provider_id);
create index session_expiry on session (expires_at);
comment on table session is 'Signed-in browsers. The cookie holds the secret, this table only its hash.';

create table demo_clock (
  one boolean primary key default true check (one),
  days integer not null check (days between -3650 and 3650)
);
comment on table demo_clock is 'By how many days the demo''s administrator has moved the day that rules see.';

create table api_key (
  provider_id uuid not null,
  id uuid not null,
  source_system text not null check (source_system ~ '^[a-z][a-z0-9-]{1,39}$'),
  name text not null,
  secret_hash bytea not null,
  created_at timestamptz not null,
  created_by uuid,
  revoked_at timestamptz,
  primary key (provider_id, id)
);
comment on table api_key is 'Keys of machines: one provider, one source system; at most two valid at once, so that a key can be changed without a break.';

create table service_ticket (
  provider_id uuid not null,
  secret_hash bytea not null,
  key_id uuid not null,
  kind text not null check (kind in ('granting', 'service')),
  expires_at timestamptz not null,
  primary key (provider_id, secret_hash)
);
create index service_ticket_expiry on service_ticket (provider_id, expires_at);
comment on table service_ticket is 'Tickets of the national exchange: a granting ticket for a key, service tickets for it.';

create table provider_setting (
  provider_id uuid primary key,
  master jsonb not null,
  national_sender text not null check (national_sender in ('register', 'here', 'nobody')),
  contact_retention_months integer not null default 3 check (contact_retention_months between 1 and 120),
  version integer not null default 1,
  changed_at timestamptz not null default now()
);
comment on table provider_setting is 'Who is master of which part of a plan, who sends to the national service, how long contacts are kept.';

create table audit_event (
  provider_id uuid not null,
  id uuid not null,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('person', 'machine', 'system')),
  actor_id uuid,
  action text not null,
  target_id text,
  student_id uuid,
  details jsonb,
  request_id text,
  primary key (provider_id, id)
);
create index audit_event_student on audit_event (provider_id, student_id, at);
comment on table audit_event is 'Who saw or changed what, append-only. Holds references, never names.';
