-- Apart from the tables: a distributed database places tables first and joins them after.
alter table import_run add foreign key (provider_id) references provider;
alter table import_note add foreign key (provider_id, run_id) references import_run;
alter table import_document add foreign key (provider_id, run_id) references import_run;
alter table import_part add foreign key (provider_id, run_id, document) references import_document on delete cascade;
alter table import_seen add foreign key (provider_id, run_id) references import_run;
alter table register_setting add foreign key (provider_id) references provider;
alter table student_contact add foreign key (provider_id, student_id) references student;
alter table guardian add foreign key (provider_id, student_id) references student;
alter table student_key add foreign key (provider_id, student_id) references student;
alter table student_group add foreign key (provider_id, teacher_id) references staff_member;
alter table student add foreign key (provider_id, teacher_id) references staff_member;
alter table staff_member add foreign key (provider_id) references provider;
alter table saved_view add foreign key (provider_id) references provider;
alter table organisation_name add foreign key (oid) references organisation;
alter table code_version add foreign key (set_uri) references code_set;
