-- Whom the students' register has never told, a file of the whole of it cannot miss: Koski and HOKSes bring students too.
alter table student add column told_at timestamptz;
comment on column student.told_at is 'When the students'' file told the student last with something new; empty: it never has.';
alter table student no force row level security;
update student set told_at = changed_at
  where student_number is not null or told_group is not null or told_teacher is not null or vanished_at is not null;
alter table student force row level security;
