-- How fast a run goes is counted from where it last began to store: after a stop, what was done before says nothing.
alter table import_run add column storing_at timestamptz;
alter table import_run add column storing_from integer not null default 0;
comment on column import_run.storing_at is 'When it last began to store; storing_from is how far it was then.';
