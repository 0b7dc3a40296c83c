-- Workplaces are found by the beginning of their name while a plan is written. Behind the fence only equality and order use an
-- index, so the name in small letters, with the business id behind it, is kept as a key; one key is one workplace.
alter table learning_period add column workplace_key text collate "C" generated always as
  (lower(workplace_name collate "und-x-icu") || chr(31) || coalesce(business_id, '')) stored;
create index learning_period_workplace on learning_period (provider_id, workplace_key, ends_on);
