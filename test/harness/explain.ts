import type { Database } from '../../src/platform/db/database.ts'
import type { Uuid } from '../../src/platform/ids.ts'

/**
 * How the database reads what a test asks. Asked as the application's role: the owner passes the fence, and its plans
 * prove nothing.
 */
export interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly 'Actual Rows': number
  readonly 'Actual Loops': number
  readonly 'Rows Removed by Filter'?: number
  readonly 'Rows Removed by Index Recheck'?: number
  readonly Plans?: readonly PlanNode[]
}

/**
 * The statements that `work` executes, each explained on the connection that ran it: of `database` there must be one
 * only. @throws Error when nothing was executed, for of nothing everything is true
 */
export async function explained(
  database: Database,
  provider: Uuid,
  work: () => Promise<unknown>,
): Promise<PlanNode[]> {
  const client = await database.pool.connect()
  const executed: string[] = []
  const query = client.query
  client.query = ((text: unknown, ...rest: unknown[]) => {
    if (typeof text === 'string')
      executed.push(...text.split(/;(?=execute )/).filter(part => part.startsWith('execute ')))
    return Reflect.apply(query, client, [text, ...rest])
  }) as typeof client.query
  client.release()
  try {
    await work()
  } finally {
    client.query = query
  }
  if (executed.length === 0) throw new Error('No statement was executed')
  const nodes: PlanNode[] = []
  for (const statement of executed) nodes.push(await explain(database, provider, statement))
  return nodes
}

async function explain(database: Database, provider: Uuid, statement: string): Promise<PlanNode> {
  const client = await database.pool.connect()
  try {
    await client.query(`begin; set local app.provider_id = '${provider}'`)
    const { rows } = await client.query<{ 'QUERY PLAN': [{ Plan: PlanNode }] }>(
      `explain (analyze, format json) ${statement}`,
    )
    await client.query('rollback')
    const plan = rows[0]?.['QUERY PLAN'][0].Plan
    if (plan === undefined) throw new Error('No plan')
    return plan
  } finally {
    client.release()
  }
}

export const flat = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(flat)]

const reads = (node: PlanNode): boolean =>
  /Scan/.test(node['Node Type']) && (node['Index Name'] !== undefined || node['Relation Name'] !== undefined)

/** Rows that were met, also those that were left out. */
export const met = (node: PlanNode): number =>
  node['Actual Loops'] *
  (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0))

/** Every reading of a tenant's table goes by an index, and begins with the provider of the fence. */
export function fenceFaults(nodes: readonly PlanNode[]): string[] {
  return nodes.flatMap(flat).flatMap(node => {
    if (!reads(node) || node['Node Type'] === 'Bitmap Heap Scan') return []
    const where = `${node['Node Type']} ${node['Index Name'] ?? node['Relation Name']}`
    if (node['Index Name'] === undefined) return [`${where}: no index`]
    return node['Index Cond']?.includes('provider_id =')
      ? []
      : [`${where}: ${node['Index Cond'] ?? 'no condition'}`]
  })
}
