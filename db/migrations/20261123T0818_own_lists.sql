-- Rights whose students study, beside the plans that they should have: both are read in the order of their identifiers.
create index study_right_studying on study_right (provider_id, oid) include (student_id, starts_on)
  where present_state = 'lasna' and vanished_at is null;
