import {
  type ApprovalRule,
  type ProviderSettings,
  planParts,
  type RetentionRule,
  retentionKinds,
} from './contract.ts'

const undecided: RetentionRule = { months: null, source: '' }

const asked = (part: ApprovalRule['part'], party: ApprovalRule['party']): ApprovalRule => ({
  part,
  party,
  need: 'asked',
  from: '2018-01-01',
  source: '',
})

/** Until a provider decides otherwise everything stays as it was before Yhdessä: the register rules and sends. */
export const defaultSettings: ProviderSettings = {
  master: {
    basics: 'register',
    prior: 'register',
    units: 'register',
    periods: 'register',
    demonstrations: 'register',
    support: 'register',
  },
  nationalSender: 'register',
  contactRetentionMonths: 3,
  retention: {
    plans: undecided,
    students: undecided,
    imports: undecided,
    deliveries: undecided,
    feedback: undecided,
    audit: undecided,
  },
  // Who must approve is not known to us with certainty: everybody whose part it is gets asked, and nothing waits for them.
  approvals: [
    asked('path', 'student'),
    asked('path', 'guardian'),
    asked('training-agreement', 'student'),
    asked('apprenticeship', 'student'),
    asked('apprenticeship', 'employer'),
    asked('support', 'student'),
  ],
  signs: {
    progress: { on: true, weeks: 8 },
    emptyWeeks: { on: true, weeks: 2, ahead: 8 },
    workplace: { on: true, days: 21 },
  },
  reminders: { planMissingDays: 30, periodEndsDays: 14, proposalDays: 7, helpDays: 2 },
}

/** Names of the settings that differ, as `master.units`. */
export function changedSettings(before: ProviderSettings, after: ProviderSettings): string[] {
  const parts = planParts
    .filter(part => before.master[part] !== after.master[part])
    .map(part => `master.${part}`)
  const others = (['nationalSender', 'contactRetentionMonths'] as const).filter(
    name => before[name] !== after[name],
  )
  const kept = retentionKinds.filter(kind => {
    const [was, is] = [before.retention[kind], after.retention[kind]]
    return was.months !== is.months || was.source !== is.source
  })
  const whole = (['approvals', 'signs', 'reminders'] as const).filter(
    name => JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  )
  return [...parts, ...others, ...kept.map(kind => `retention.${kind}`), ...whole]
}
