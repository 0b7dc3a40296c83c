-- A guardian who is erased is no row: what was left of it told the student's date of birth, and custody.
alter table guardian no force row level security;
delete from guardian where erased_at is not null;
alter table guardian drop column erased_at;
