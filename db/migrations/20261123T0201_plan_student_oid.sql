-- All plans of one student are looked for at every save (days of workplace periods are shared among them), and those
-- that came before their student when the student comes. A plan tells its student by the oid.
create index plan_student_oid on plan (provider_id, student_oid);
