import { sql } from 'kysely'
import type { PlanOrigin } from './rules-first-approval.ts'

/** How the plan `p` came to be. */
export const planOrigin = sql<PlanOrigin>`jsonb_build_object(
  'madeOn', (p.created_at at time zone 'Europe/Helsinki')::date,
  'source', (select o.source from plan_version o
    where o.provider_id = p.provider_id and o.plan_id = p.id and o.version = 1),
  'registers', exists (select from plan_source o
    where o.provider_id = p.provider_id and o.plan_id = p.id and o.source <> 'here'),
  'approved', p.approved_version is not null)`
