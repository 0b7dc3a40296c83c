import { type ProviderSettings, planParts } from './contract.ts'

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
}

/** Names of the settings that differ, as `master.units`. */
export function changedSettings(before: ProviderSettings, after: ProviderSettings): string[] {
  const parts = planParts
    .filter(part => before.master[part] !== after.master[part])
    .map(part => `master.${part}`)
  const others = (['nationalSender', 'contactRetentionMonths'] as const).filter(
    name => before[name] !== after[name],
  )
  return [...parts, ...others]
}
