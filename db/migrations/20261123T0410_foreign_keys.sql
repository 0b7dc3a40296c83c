-- Apart from the tables: a distributed database places tables first and joins them after.
alter table delivery add foreign key (provider_id, plan_id) references plan;
alter table delivery_event add foreign key (provider_id, plan_id) references plan;
alter table plan_removal add foreign key (provider_id, plan_id) references plan;
alter table retention_run add foreign key (provider_id) references provider;
alter table statement add foreign key (provider_id) references provider;
alter table feedback add foreign key (provider_id) references provider;
