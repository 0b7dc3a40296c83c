-- Why nothing of a provider is sent just now, told once and not on each plan; and the orders in which deliveries are listed.
create table delivery_pause (
  provider_id uuid primary key,
  failure jsonb not null,
  since timestamptz not null,
  failed_at timestamptz not null,
  tries integer not null,
  due_at timestamptz not null
);
comment on table delivery_pause is 'The national service is away or lets the provider not in: one plan is tried at due_at, the others wait.';
create index delivery_order on delivery (provider_id, waiting_since, plan_id);
create index delivery_state_order on delivery (provider_id, state, waiting_since, plan_id);
