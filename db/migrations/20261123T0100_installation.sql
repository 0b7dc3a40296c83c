-- What belongs to no provider but is changed and logged all the same (national reference data, their imports and
-- settings) belongs to the installation: a tenant of its own, with its own fence, audit and administrators.
alter table provider add column kind text not null default 'provider' check (kind in ('provider', 'installation'));
insert into provider (id, oid, name_fi, name_sv, name_en, language, kind)
values ('00000000-0000-7000-8000-000000000001', 'installation', 'Palvelun ylläpito', 'Tjänstens underhåll',
  'The installation', 'fi', 'installation');
comment on column provider.kind is 'installation: the one tenant that holds what all providers share; its administrators are operators.';

alter table assignment add column origin text not null default 'granted'
  check (origin in ('granted', 'openid', 'register'));
comment on column assignment.origin is 'granted: by an administrator or a command; openid: follows the groups told at sign-in; register: told by the staff file.';

-- Shared, as assignment is: read before a provider is chosen.
create table group_role (
  provider_id uuid not null references provider,
  group_name text not null,
  role text not null check (role in ('teacher', 'guidance', 'coordinator', 'quality', 'administrator')),
  primary key (group_name, provider_id, role)
);
create index group_role_provider on group_role (provider_id);
comment on table group_role is 'Which role a group of the OpenID provider gives at a provider. Read before a provider is chosen, so not behind the fence.';
