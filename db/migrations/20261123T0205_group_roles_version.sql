-- The mapping of groups is changed as a whole: whoever changes it says which one they had read.
alter table provider add column group_roles_version integer not null default 0;
comment on column provider.group_roles_version is 'How many times the provider has changed which groups give which roles.';
