-- What plans show of a study right stays in its body. The rest of what the register tells is read by rules only, and the
-- confidential part of it by fewer still: apart, so that nothing that reads the body carries them along.
alter table study_right add column details jsonb not null default '{}';
alter table study_right add column confidential jsonb not null default '{}';
alter table study_right add column state_changes_on date;
create index study_right_changes on study_right (provider_id, state_changes_on);
comment on column study_right.details is 'Units, ways of acquiring, agreements, dated periods: for rules, not for lists and pages.';
comment on column study_right.confidential is 'Support, housing, prison education and the like: only for those who decide of them.';
comment on column study_right.state_changes_on is 'The day on which the next state begins; the nightly job looks at those whose day has come.';
