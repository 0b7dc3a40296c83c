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

export const ruleParts = ['path', 'support', 'training-agreement', 'apprenticeship'] as const
export const ruleParties = ['student', 'guardian', 'provider', 'employer'] as const

let made = 0

export function typedOf({ until = '', ...rule }: ApprovalRule): TypedRule {
  made += 1
  return { ...rule, until, id: `rule-${made}` }
}

export function writtenRule({ id: _, until, ...rule }: TypedRule): ApprovalRule {
  return { ...rule, source: rule.source.trim(), ...(until === '' ? {} : { until }) }
}

/** A rule from the day on, of the first part and party that have none yet: two that hold together are refused. */
export function newRule(rules: readonly TypedRule[], from: string): TypedRule {
  const pairs = ruleParts.flatMap(part => ruleParties.map(party => ({ part, party })))
  const free = pairs.find(pair => !rules.some(rule => rule.part === pair.part && rule.party === pair.party))
  const { part, party } = free ?? { part: 'path', party: 'student' }
  return typedOf({ part, party, need: 'asked', from, source: '' })
}
