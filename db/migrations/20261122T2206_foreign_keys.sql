-- audit_event has none: its every insert would lock the provider's one row, and the fence checks the provider anyway.
-- Apart from the tables: a distributed database places tables first and joins them after.
alter table api_key add foreign key (provider_id) references provider;
alter table service_ticket add foreign key (provider_id, key_id) references api_key on delete cascade;
alter table provider_setting add foreign key (provider_id) references provider;
alter table student add foreign key (provider_id) references provider;
alter table study_right add foreign key (provider_id, student_id) references student;
alter table plan add foreign key (provider_id) references provider;
alter table plan add foreign key (provider_id, student_id) references student;
alter table plan_version add foreign key (provider_id, plan_id) references plan;
alter table plan_source add foreign key (provider_id, plan_id) references plan;
alter table plan_conflict add foreign key (provider_id, plan_id) references plan;
alter table contact add foreign key (provider_id, plan_id) references plan deferrable initially deferred;
alter table learning_period add foreign key (provider_id, plan_id) references plan;
alter table demonstration add foreign key (provider_id, plan_id) references plan;
alter table support_period add foreign key (provider_id, plan_id) references plan;
