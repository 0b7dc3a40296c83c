import type { ApprovalRule } from './contract.ts'

/** What is wrong with a rule of approval, and where in the settings. */
export interface RuleFault {
  readonly code: 'rule-ends-early' | 'rules-overlap'
  readonly pointer: string
}

/** The first fault: a rule that ends before it begins, or a second one that holds on a day of the first. */
export function ruleFault(rules: readonly ApprovalRule[]): RuleFault | undefined {
  const early = rules.findIndex(({ from, until }) => until !== undefined && until < from)
  if (early >= 0) return { code: 'rule-ends-early', pointer: `/approvals/${early}/until` }
  const second = rules.findIndex((rule, at) => rules.slice(0, at).some(one => holdTogether(one, rule)))
  return second < 0 ? undefined : { code: 'rules-overlap', pointer: `/approvals/${second}/from` }
}

/** Days written as yyyy-mm-dd compare as texts; without an end a rule holds for ever. */
function holdTogether(one: ApprovalRule, other: ApprovalRule): boolean {
  const same = one.part === other.part && one.party === other.party
  const begun = (late: ApprovalRule, { until }: ApprovalRule) => until === undefined || late.from <= until
  return same && begun(one, other) && begun(other, one)
}
