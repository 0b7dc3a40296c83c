-- Who has looked behind a turvakielto: for this person and student until the end of the day. The reason is in the audit.
create table protection_reveal (
  provider_id uuid not null,
  student_id uuid not null,
  person_id uuid not null,
  held_on date not null,
  revealed_at timestamptz not null,
  primary key (provider_id, student_id, person_id)
);
comment on table protection_reveal is 'Whom a protected student (turvakielto) is shown to unmasked, on the one day that is told.';

-- What the student register told last. What it has not changed since stays as it was decided here: a handover or a
-- change of year is not undone by the next file of a register that does not know of it yet.
alter table student add column told_group text;
alter table student add column told_teacher text;
comment on column student.told_group is 'The group that the student register told last; the present one may be of a change of year here.';
comment on column student.told_teacher is 'Staff number that the student register told last.';

alter table student_group add column version integer not null default 1;
comment on column student_group.version is 'Grows with every change, so that two people do not undo each other''s.';
