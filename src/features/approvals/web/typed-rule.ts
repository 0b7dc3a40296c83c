import type { ApprovalRule } from '../../settings/contract.ts'

/** A rule while it is typed: dates may be empty. */
export interface TypedRule {
  readonly id: string
  readonly part: ApprovalRule['part']
  readonly party: ApprovalRule['party']
  readonly need: ApprovalRule['need']
  readonly from: string
  readonly until: string
  readonly source: string
}

let made = 0

export function typedOf({ until = '', ...rule }: ApprovalRule): TypedRule {
  made += 1
  return { ...rule, until, id: `rule-${made}` }
}

export function writtenRule({ id: _, until, ...rule }: TypedRule): ApprovalRule {
  return { ...rule, source: rule.source.trim(), ...(until === '' ? {} : { until }) }
}
