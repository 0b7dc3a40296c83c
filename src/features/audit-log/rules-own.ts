import type { OwnAuditRow } from './contract.ts'

/** What one person or register did on a day. */
export interface OwnAct {
  readonly day: string
  readonly action: string
  readonly actor_kind: 'person' | 'machine' | 'system'
  readonly roles: readonly string[]
  readonly source: string | null
  readonly times: number
}

/** The acts without who did them: those of one day, action and role are one row, in the order given. */
export function withoutNames(acts: readonly OwnAct[]): OwnAuditRow[] {
  const rows = new Map<string, OwnAuditRow>()
  for (const { action, actor_kind: kind, day, roles, source, times } of acts) {
    const actor = { kind, roles: [...roles], ...(source === null ? {} : { source }) }
    const key = JSON.stringify([day, action, actor])
    rows.set(key, { day, action, actor, times: times + (rows.get(key)?.times ?? 0) })
  }
  return [...rows.values()]
}
