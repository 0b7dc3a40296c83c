-- What the student register knows beside the name, and who teaches whom.
alter table student add column protected boolean not null default false;
alter table student add column student_number text;
alter table student add column teacher_id uuid;
alter table student add column vanished_at timestamptz;
comment on column student.protected is 'Turvakielto: address, contacts and whereabouts are masked everywhere, from the first row on.';
comment on column student.student_number is 'The provider''s own number of the student.';
comment on column student.teacher_id is 'The responsible teacher: of the group unless told for the student.';
comment on column student.vanished_at is 'Since when the student register no longer has the student; marked, never deleted.';

create table student_contact (
  provider_id uuid not null,
  student_id uuid not null,
  email text,
  phone text,
  street text,
  postal_code text,
  city text,
  changed_at timestamptz not null,
  primary key (provider_id, student_id)
);
comment on table student_contact is 'How a student is reached. Apart from the student, so that no list carries it; erased with the student.';

create table guardian (
  provider_id uuid not null,
  id uuid not null,
  student_id uuid not null,
  ordinal smallint not null check (ordinal between 1 and 9),
  name text,
  email text,
  phone text,
  language text check (language in ('fi', 'sv', 'en')),
  custody boolean not null,
  ends_on date,
  changed_at timestamptz not null,
  erased_at timestamptz,
  primary key (provider_id, id),
  unique (provider_id, student_id, ordinal)
);
comment on table guardian is 'Guardians of students under 18. Without custody nothing is told to them; ends_on is the 18th birthday, after which they are none.';

create table staff_member (
  provider_id uuid not null,
  id uuid not null,
  staff_number text not null,
  given_names text,
  family_name text,
  email text,
  language text check (language in ('fi', 'sv', 'en')),
  sort_name text not null default '',
  person_id uuid,
  changed_at timestamptz not null,
  vanished_at timestamptz,
  primary key (provider_id, id),
  unique (provider_id, staff_number)
);
create index staff_member_person on staff_member (provider_id, person_id);
comment on table staff_member is 'Teachers and other staff, as the provider''s own register tells of them; person_id joins to who signs in.';

create table student_group (
  provider_id uuid not null,
  code text not null,
  name text,
  teacher_id uuid,
  starts_on date,
  ends_on date,
  continues_as text,
  changed_at timestamptz not null,
  primary key (provider_id, code)
);
create index student_group_teacher on student_group (provider_id, teacher_id);
comment on table student_group is 'Teaching groups. continues_as names the group of the next year after a change of year.';

create table saved_view (
  provider_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  name text not null,
  query jsonb not null,
  created_at timestamptz not null,
  primary key (provider_id, id),
  unique (provider_id, person_id, name)
);
comment on table saved_view is 'Searches of the list of students that somebody has named for themselves.';

-- Only equality and order use an index behind the fence: every word of a name is a key of its own, compared by bytes.
create table student_key (
  provider_id uuid not null,
  key text collate "C" not null,
  student_id uuid not null,
  primary key (provider_id, key, student_id)
);
create index student_key_student on student_key (provider_id, student_id);
comment on table student_key is 'Keys by which students are found as one types: folded names starting from each of their words, numbers.';

create index student_group_order on student (provider_id, group_code, sort_name, id);
create index student_teacher_order on student (provider_id, teacher_id, sort_name, id);

alter table study_right add column present_state text;
alter table study_right add column state_from date;
alter table study_right add column vanished_at timestamptz;
create index study_right_qualification on study_right (provider_id, diary_number, student_id);
create index study_right_state on study_right (provider_id, present_state, student_id);
comment on column study_right.present_state is 'The state that holds on the day of the last look; a nightly job looks again.';

-- A register's sending that became a version as it was is not kept twice.
alter table plan_source add column version integer;
alter table plan_source alter column body drop not null;
alter table plan_source add check ((version is null) <> (body is null));
comment on column plan_source.version is 'The version whose body is what the register sent; the body stands here only where they differ.';
