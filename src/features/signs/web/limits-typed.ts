import type { SignLimits } from '../../settings/contract.ts'

/** A holiday while it is being written; the key keeps its fields apart from the others'. */
export interface TypedBreak {
  readonly key: number
  readonly start: string
  readonly end: string
}

/** The limits while they are being written. */
export interface TypedLimits {
  readonly progressOn: boolean
  readonly emptyOn: boolean
  readonly workplaceOn: boolean
  readonly progress: string
  readonly weeks: string
  readonly ahead: string
  readonly days: string
  readonly breaks: readonly TypedBreak[]
}

export type NumberName = 'progress' | 'weeks' | 'ahead' | 'days'

/** As the contract of the settings has them. */
export const bounds: Readonly<Record<NumberName, { readonly least: number; readonly most: number }>> = {
  progress: { least: 1, most: 52 },
  weeks: { least: 1, most: 52 },
  ahead: { least: 1, most: 52 },
  days: { least: 1, most: 365 },
}
const numbers: readonly NumberName[] = ['progress', 'weeks', 'ahead', 'days']

export function typedOf({ emptyWeeks, progress, workplace }: SignLimits): TypedLimits {
  return {
    progressOn: progress.on,
    emptyOn: emptyWeeks.on,
    workplaceOn: workplace.on,
    progress: String(progress.weeks),
    weeks: String(emptyWeeks.weeks),
    ahead: String(emptyWeeks.ahead),
    days: String(workplace.days),
    breaks: (emptyWeeks.breaks ?? []).map((one, key) => ({ ...one, key })),
  }
}

export function isFineNumber(name: NumberName, typed: TypedLimits): boolean {
  const { least, most } = bounds[name]
  const value = Number(typed[name])
  return /^\d{1,3}$/.test(typed[name].trim()) && value >= least && value <= most
}

export const isFineBreak = ({ end, start }: TypedBreak): boolean => start !== '' && end !== '' && start <= end

/** Undefined while something is wrong. */
export function limitsOf(typed: TypedLimits): SignLimits | undefined {
  if (!numbers.every(name => isFineNumber(name, typed)) || !typed.breaks.every(isFineBreak)) return undefined
  return {
    progress: { on: typed.progressOn, weeks: Number(typed.progress) },
    emptyWeeks: {
      on: typed.emptyOn,
      weeks: Number(typed.weeks),
      ahead: Number(typed.ahead),
      breaks: typed.breaks
        .map(({ end, start }) => ({ start, end }))
        .sort((a, b) => (a.start < b.start ? -1 : 1)),
    },
    workplace: { on: typed.workplaceOn, days: Number(typed.days) },
  }
}
