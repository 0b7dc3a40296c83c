import { type ProviderSettings, planParts, type RetentionRule, retentionKinds } from './contract.ts'

const undecided: RetentionRule = { months: null, source: '' }

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
  return [...parts, ...others, ...kept.map(kind => `retention.${kind}`)]
}
