-- How an employer's answer was told to whoever recorded it. Who told it is the one whom the plan names: nothing more is kept.
alter table approval
  add column told_how text check (told_how in ('phone', 'meeting', 'paper')),
  add column told_on date,
  add constraint approval_told check ((told_how is null) = (told_on is null));
alter table approval_event
  add column told_how text,
  add column told_on date;
comment on column approval.reason is 'Why it was declined, in the words of whoever declined; kept here only, where it can be erased.';
