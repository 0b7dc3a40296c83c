import type { Translate } from '../../../platform/i18n/texts.ts'
import type { Range } from '../contract.ts'
import type { ListedQualification } from '../contract-browse.ts'
import type { FormedGroup } from '../contract-formation.ts'
import type { fi } from '../i18n/fi-pages.ts'

type T = Translate<typeof fi>

export const groupTones = {
  fulfilled: 'success',
  short: 'warning',
  over: 'error',
  open: 'info',
  unused: 'neutral',
} as const

/** Bounds as words: an open end is said, and the same number at both ends is one number. */
export function pointsWords(range: Range | undefined, t: T): string | undefined {
  if (range === undefined) return undefined
  const { max, min } = range
  if (min !== undefined && min === max) return t('points', { count: min })
  if (max === undefined) return min === undefined || min === 0 ? undefined : t('atLeast', { min })
  return min === undefined || min === 0 ? t('atMost', { max }) : t('between', { min, max })
}

export function countWords(range: Range | undefined, t: T): string | undefined {
  if (range === undefined) return undefined
  const { max, min } = range
  if (min !== undefined && min === max) return t('unitsExact', { count: min })
  if (max === undefined) return min === undefined || min === 0 ? undefined : t('unitsAtLeast', { min })
  return min === undefined || min === 0 ? t('unitsAtMost', { max }) : t('unitsBetween', { min, max })
}

export function validityWords(one: Omit<ListedQualification, 'id' | 'diaryNumber' | 'names'>, t: T): string {
  const { transitionUntil, validFrom, validity, validUntil } = one
  switch (validity) {
    case 'not-yet':
      return t('validity.not-yet', { from: validFrom ?? '' })
    case 'transition':
      return t('validity.transition', { until: transitionUntil ?? '' })
    case 'ended': {
      const until = transitionUntil ?? validUntil
      return until === undefined ? t('validity.ended') : t('validity.ended-on', { until })
    }
    case 'in-force':
      if (validUntil !== undefined) return t('validity.in-force-until', { until: validUntil })
      return validFrom === undefined
        ? t('validity.in-force')
        : t('validity.in-force-from', { from: validFrom })
  }
}

/** What a short or over group lacks or has too much of. */
export function lackWords(group: FormedGroup, t: T): string {
  const { missingCount, missingPoints, missingUnits, overCount, overPoints } = group
  return [
    missingPoints === undefined ? undefined : t('shortPoints', { points: missingPoints }),
    missingCount === undefined ? undefined : t('shortUnits', { count: missingCount }),
    missingUnits === undefined ? undefined : t('shortCompulsory', { count: missingUnits.length }),
    overPoints === undefined ? undefined : t('overPoints', { points: overPoints }),
    overCount === undefined ? undefined : t('overUnits', { count: overCount }),
  ]
    .filter(words => words !== undefined)
    .join(', ')
}
