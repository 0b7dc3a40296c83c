-- A nightly look and a look after a save may meet at one plan: a sign stands once.
create unique index sign_standing on sign (provider_id, plan_id, kind, about) where state <> 'over';
