-- What hangs on a row is looked for when the row goes, and measures with every page of signs.
create index measure_sign on measure (provider_id, sign_id);
create index proposal_plan on proposal (provider_id, plan_id);
create index share_link_plan on share_link (provider_id, plan_id);
create index invitation_guardian on invitation (provider_id, guardian_id);
create index evidence_file_file on evidence_file (provider_id, file_id);
-- Measures that wait for whoever they were promised to, and those of which nobody is left who would follow them up.
create index measure_asked on measure (provider_id, created_by, due_on) where state = 'agreed' and person_id = student_id;
create index measure_due on measure (provider_id, due_on, id) where state = 'agreed';
