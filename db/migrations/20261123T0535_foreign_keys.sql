-- Apart from the tables: a distributed database places tables first and joins them after.
alter table statement_version add foreign key (provider_id, kind) references statement (provider_id, kind);
alter table erasure add foreign key (provider_id, run_id) references retention_run;
