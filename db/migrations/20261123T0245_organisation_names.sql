alter table organisation_name add column noticed boolean not null default false;
comment on column organisation_name.noticed is 'The name was seen to have changed between two imports: starts_on is the day it was seen. A list of names from the register replaces it.';
