-- Apart from the tables: a distributed database places tables first and joins them after.
alter table delivery_pause add foreign key (provider_id) references provider;
