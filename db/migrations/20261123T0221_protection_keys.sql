-- Apart from the tables: a distributed database places tables first and joins them after.
alter table protection_reveal add foreign key (provider_id, student_id) references student;
