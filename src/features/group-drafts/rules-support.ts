/**
 * What support a student with a decision of support gets. The decision tells that there is support, never of which kind:
 * that is asked of those who may know of the decision, and nothing is assumed.
 */
import type { LearningSupport } from '../plans/contract-units.ts'
import { isInForce, otherSupport, remedialTeaching, validity } from '../plans/rules-law.ts'
import type { Cell, CellReason } from './contract.ts'
import type { Applying, KnownStudent, KnownSupport } from './rules-known.ts'
import { dash, daysOf, daysText, dayText, isDash, tidy } from './rules-text.ts'
import { answered, wrong } from './rules-workplace.ts'

interface SupportDrafted {
  readonly cell?: Cell
  /** What the plan gets. */
  readonly given?: { readonly learningSupport: LearningSupport[] }
}

export function supportOf(
  { plan, support }: KnownStudent,
  applying: Applying,
  answer: string | undefined,
): SupportDrafted {
  const { startsOn, today } = applying
  // A plan has had a place for it only from that day on.
  if (support === undefined || !isInForce(validity.learningSupport, today)) return {}
  const reason = reasonOf(support.decisions, startsOn > today ? startsOn : today)
  if (reason === undefined) return {}
  const shown = ({ given, cell }: { readonly cell: Cell; readonly given?: readonly LearningSupport[] }) => ({
    ...(support.shown ? { cell: { ...cell, reason } } : {}),
    ...(given === undefined || given.length === 0 ? {} : { given: { learningSupport: [...given] } }),
  })
  const present = plan?.learningSupport ?? []
  if (present.length > 0)
    return shown({ cell: { state: 'known', text: textOf(present, applying), answered: false } })
  const fixes = otherSupport.map(typeCode => textOf([{ typeCode }], applying))
  // Wished, not demanded: a plan whose support has not been decided on yet is a plan all the same.
  if (answer === undefined) return shown({ cell: { state: 'wished', text: '', answered: false, fixes } })
  if (isDash(answer)) return shown({ cell: answered(dash) })
  const given = supportIn(answer)
  if (given === undefined) return shown({ cell: wrong(answer, 'support-wrong', fixes) })
  return shown({ cell: answered(textOf(given, applying)), given })
}

/** Of several decisions that hold on the day the more demanding one. */
export function reasonOf(
  { demandingSupport, specialSupport }: KnownSupport['decisions'],
  day: string,
): CellReason | undefined {
  const holds = (periods: typeof specialSupport) =>
    (periods ?? []).some(
      ({ end, start }) => (start === undefined || start <= day) && (end === undefined || end >= day),
    )
  if (holds(demandingSupport)) return 'demanding-support'
  return holds(specialSupport) ? 'special-support' : undefined
}

const unitGroup = 'ammatillisentutkinnonosanryhma_'
const types = [remedialTeaching, ...otherSupport]
/** The number of the type stands first, so that it is read again in every language. */
const numberOf = (code: string): string => code.slice(code.lastIndexOf('_') + 1)

const textOf = (all: readonly LearningSupport[], { nameOf }: Applying): string =>
  all
    .map(({ end, start, typeCode, unitGroupCode }) => {
      const name = `${numberOf(typeCode)} ${nameOf(typeCode) ?? ''}`.trim()
      const days =
        start && end ? daysText({ start, end } as Parameters<typeof daysText>[0]) : start && dayText(start)
      return [name, days, unitGroupCode && (nameOf(unitGroupCode) ?? numberOf(unitGroupCode))]
        .filter(Boolean)
        .join(', ')
    })
    .join('; ')

/** `02`, `02 name; 03 name`, and of remedial teaching `01, 9.1.2027–26.2.2027, common units`. */
export function supportIn(text: string): LearningSupport[] | undefined {
  const parts = text.split(/[;\n]/).map(tidy).filter(Boolean)
  const read = parts.flatMap(part => partIn(part) ?? [])
  const once = new Set(read.map(one => JSON.stringify(one)))
  return parts.length > 0 && read.length === parts.length && once.size === read.length ? read : undefined
}

function partIn(text: string): LearningSupport | undefined {
  const [number] = /^\d{2}(?!\d)/.exec(text) ?? []
  const typeCode = types.find(code => numberOf(code) === number)
  if (typeCode === undefined) return undefined
  if (typeCode !== remedialTeaching) return { typeCode }
  const days = /\d{1,2}\.\d{1,2}\.\d{4}\s*[-–—]\s*\d{1,2}\.\d{1,2}\.\d{4}/.exec(text)?.[0]
  const between = days && daysOf(days)
  const group = groupIn(text)
  const known = between && isInForce(validity.learningSupport, between.start)
  return known && group ? { typeCode, ...between, unitGroupCode: `${unitGroup}${group}` } : undefined
}

function groupIn(text: string): '1' | '2' | undefined {
  const [common, vocational] = [/yhtei|gemensam|common/i, /ammatil|yrkes|vocation/i].map(one =>
    one.test(text),
  )
  if (common === vocational) return undefined
  return common ? '2' : '1'
}
