-- A list of runs asks of each stopped one whether another of its kind has begun to store since.
create index import_run_storing on import_run (provider_id, kind, storing_at);
