-- Apart from the tables: a distributed database places tables first and joins them after.
alter table path_template add foreign key (provider_id) references provider;
alter table path_template_version add foreign key (provider_id, template_id) references path_template;
alter table template_gift add foreign key (giver_id) references provider, add foreign key (receiver_id) references provider;
alter table group_draft add foreign key (provider_id, template_id, template_version) references path_template_version;
alter table group_draft_row add foreign key (provider_id, draft_id) references group_draft on delete cascade,
  add foreign key (provider_id, student_id) references student;
alter table bulk_change add foreign key (provider_id) references provider;
alter table bulk_change_plan add foreign key (provider_id, change_id) references bulk_change,
  add foreign key (provider_id, plan_id) references plan;
alter table stored_file add foreign key (provider_id, student_id) references student;
alter table evidence add foreign key (provider_id, student_id) references student;
alter table evidence_file add foreign key (provider_id, evidence_id) references evidence on delete cascade,
  add foreign key (provider_id, file_id) references stored_file;
alter table recognition add foreign key (provider_id, student_id) references student,
  add foreign key (provider_id, plan_id) references plan;
alter table recognition_evidence add foreign key (provider_id, recognition_id) references recognition on delete cascade,
  add foreign key (provider_id, evidence_id) references evidence on delete cascade;
alter table proposal add foreign key (provider_id, student_id) references student,
  add foreign key (provider_id, plan_id) references plan;
alter table goal add foreign key (provider_id, student_id) references student;
alter table help_request add foreign key (provider_id, student_id) references student;
alter table comment add foreign key (provider_id, student_id) references student;
alter table share_link add foreign key (provider_id, student_id) references student,
  add foreign key (provider_id, plan_id) references plan;
alter table share_opening add foreign key (provider_id, link_id) references share_link on delete cascade;
alter table approval add foreign key (provider_id, plan_id) references plan,
  add foreign key (provider_id, student_id) references student;
alter table approval_event add foreign key (provider_id, plan_id) references plan;
alter table invitation add foreign key (provider_id, student_id) references student,
  add foreign key (provider_id, guardian_id) references guardian on delete cascade;
alter table guardianship add foreign key (provider_id, guardian_id) references guardian on delete cascade,
  add foreign key (provider_id, student_id) references student, add foreign key (person_id) references person;
alter table sign add foreign key (provider_id, student_id) references student,
  add foreign key (provider_id, plan_id) references plan;
alter table measure add foreign key (provider_id, student_id) references student,
  add foreign key (provider_id, sign_id) references sign;
alter table digest_choice add foreign key (provider_id) references provider, add foreign key (person_id) references person;
alter table digest add foreign key (provider_id) references provider, add foreign key (person_id) references person;
