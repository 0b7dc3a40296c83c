import { formatDateRange } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import type { Proposal, ProposedChange } from '../contract.ts'
import { texts } from './texts.ts'

/** What a proposal is about, in words: the part, and the days where it has some. */
export function useAboutWords(): (proposal: Proposal) => string {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return ({ about, aboutDays, aboutName }) => {
    if (about === 'plan') return t('aboutPlan')
    if (aboutName?.text === undefined) return t('gone')
    if (aboutDays === undefined) return aboutName.text
    return `${aboutName.text}, ${formatDateRange(aboutDays.start, aboutDays.end, language)}`
  }
}

export function useWishWords(): (proposal: Proposal) => string | undefined {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return ({ wish, wishedUnit }) => {
    if (wish === undefined) return undefined
    const { end, share, start, workplace } = wish
    if (start !== undefined && end !== undefined)
      return t('wishes.dates', { days: formatDateRange(start, end, language) })
    if (workplace !== undefined) return t('wishes.workplace', { workplace })
    if (wishedUnit?.text !== undefined) return t('wishes.unit', { unit: wishedUnit.text })
    return share === undefined ? undefined : t('wishes.share', { share })
  }
}

/** One side of a change: the days, the unit or the share. */
export function useSideWords(): (side: ProposedChange['before']) => string {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return ({ end, share, start, unit }) => {
    if (start !== undefined && end !== undefined) return formatDateRange(start, end, language)
    if (unit !== undefined) return unit.text ?? ''
    return share === undefined ? '' : t('staff.percent', { share })
  }
}
