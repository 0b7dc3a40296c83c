-- Run once by a superuser of the PostgreSQL server, into the database that the service is to use. Change the passwords.
-- The service's own role owns the tables; it makes a second role without rights of its own, as which requests run.
create role yhdessa login createrole password 'change-me';
create database yhdessa owner yhdessa;
-- Every table is fenced by provider, for its owner too: only a role that may pass the fence can read all of it for a backup.
create role yhdessa_backup login bypassrls password 'change-me-too';
grant pg_read_all_data to yhdessa_backup;
