import type { Translate } from '../../../platform/i18n/texts.ts'
import type { fi } from '../i18n/fi-pages.ts'

const methods = ['koulutussopimus', 'oppisopimus', 'oppilaitosmuotoinenkoulutus', 'muu'] as const
export const careerPlans = ['0001', '0002', '0003', '0005'] as const

/** Words of ours for the few codes that every plan uses, for installations that have not loaded their code sets. */
export function ownName(code: string, t: Translate<typeof fi>): string | undefined {
  const method = methods.find(known => code === `osaamisenhankkimistapa_${known}`)
  if (method !== undefined) return t(`methods.${method}`)
  const careerPlan = careerPlans.find(known => code === `urasuunnitelma_${known}`)
  return careerPlan === undefined ? undefined : t(`careerPlans.${careerPlan}`)
}
