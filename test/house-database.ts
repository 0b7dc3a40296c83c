import { readFileSync } from 'node:fs'
import type pg from 'pg'

/** The tables that all providers share, as the fence itself names them. */
export function sharedTables(): string[] {
  const text = readFileSync(new URL('../db/repeatable/tenancy.sql', import.meta.url), 'utf8')
  const list = /shared constant text\[\] := array\[([^\]]*)\]/.exec(text)?.[1] ?? ''
  return [...list.matchAll(/'(\w+)'/g)].map(([, name = '']) => name)
}

interface Table {
  readonly name: string
  readonly owned: boolean
  readonly fenced: boolean
  readonly policies: number
  /** The first column of each unique index and of the primary key. */
  readonly firstInKeys: readonly string[]
  readonly hasKey: boolean
  /** The first column of each foreign key to another tenant's table. */
  readonly firstInReferences: readonly string[]
  readonly triggers: readonly string[]
  readonly sequences: readonly string[]
}

const catalogue = `
  with tenant as (
    select distinct a.attrelid as oid from pg_attribute a where a.attname = 'provider_id' and a.attnotnull and not a.attisdropped
  )
  select c.relname as name,
    exists (select from tenant t where t.oid = c.oid) as owned,
    c.relrowsecurity and c.relforcerowsecurity as fenced,
    (select count(*)::int from pg_policy p where p.polrelid = c.oid) as policies,
    exists (select from pg_index i where i.indrelid = c.oid and i.indisprimary) as "hasKey",
    array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = c.oid and a.attnum = i.indkey[0]
      where i.indrelid = c.oid and (i.indisunique or i.indisexclusion)) as "firstInKeys",
    array(select a.attname::text from pg_constraint k join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
      where k.conrelid = c.oid and k.contype = 'f' and k.confrelid in (select oid from tenant)) as "firstInReferences",
    array(select t.tgname::text from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal) as triggers,
    array(select s.relname::text from pg_depend d join pg_class s on s.oid = d.objid and s.relkind = 'S'
      where d.refobjid = c.oid and d.deptype in ('a', 'i')) as sequences
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') order by c.relname`

function checkTenant(table: Table): string[] {
  const { name, firstInKeys, firstInReferences, triggers, sequences } = table
  if (!table.owned) return [`${name}: has no provider_id and is not named as shared`]
  const violations: string[] = []
  if (!table.fenced || table.policies === 0) violations.push(`${name}: row-level security is not forced`)
  if (!table.hasKey) violations.push(`${name}: has no primary key`)
  if (firstInKeys.some(column => column !== 'provider_id'))
    violations.push(`${name}: a key does not begin with provider_id`)
  if (firstInReferences.some(column => column !== 'provider_id')) {
    violations.push(`${name}: a reference does not begin with provider_id`)
  }
  if (triggers.length > 0) violations.push(`${name}: has the trigger ${triggers.join(', ')}`)
  if (sequences.length > 0) violations.push(`${name}: has the sequence ${sequences.join(', ')}`)
  return violations
}

/** What the catalogue of a migrated database tells against the rules of tenancy. */
export async function checkTenancy(owner: pg.Pool): Promise<string[]> {
  const shared = new Set(sharedTables())
  const { rows } = await owner.query<Table>(catalogue)
  const missing = [...shared]
    .filter(name => !rows.some(row => row.name === name))
    .map(name => `${name}: is named as shared and is no table`)
  return [...missing, ...rows.flatMap(table => (shared.has(table.name) ? [] : checkTenant(table)))]
}
