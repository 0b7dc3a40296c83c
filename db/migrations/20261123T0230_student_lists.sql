-- Lists stand in the order of Finnish or of Swedish names; a page of them is a range of one of these indexes.
create index student_name_fi on student (provider_id, sort_name collate "fi-x-icu", id);
create index student_name_sv on student (provider_id, sort_name collate "sv-x-icu", id);
create index student_group_fi on student (provider_id, group_code, sort_name collate "fi-x-icu", id);
create index student_group_sv on student (provider_id, group_code, sort_name collate "sv-x-icu", id);
create index student_teacher_fi on student (provider_id, teacher_id, sort_name collate "fi-x-icu", id);
create index student_teacher_sv on student (provider_id, teacher_id, sort_name collate "sv-x-icu", id);
-- The same columns in the order of code points: nothing is listed so.
drop index student_sort;
drop index student_group_order;
drop index student_teacher_order;

-- How a plan stands, for the filter of the list; a conflict that waits counts as a warning.
create index plan_standing on plan (
  provider_id,
  (case when errors > 0 then 'errors' when warnings > 0 then 'warnings' else 'fine' end),
  study_right_oid
);
create index plan_conflict_open on plan_conflict (provider_id, plan_id) where settled_at is null;
