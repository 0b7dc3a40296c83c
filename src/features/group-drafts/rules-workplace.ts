/** Where a workplace period is and who guides there: answered, else known, else asked. */

import { isBusinessId } from '../identifiers/rules.ts'
import type { Workplace } from '../plans/contract-parts.ts'
import type { TemplatePeriod } from '../templates/contract.ts'
import type { Answers, Cell, CellError } from './contract.ts'
import type { Applying, KnownPerson, KnownPlace } from './rules-known.ts'
import { personOf, personText, placeOf, placeText, shareOf, tasksOf, tasksText } from './rules-text.ts'

/** What one workplace period takes over from the one before. */
export interface Before {
  readonly place: KnownPlace
  readonly instructor: KnownPerson | undefined
  /** Percent that somebody answered. */
  readonly share?: number | undefined
}

export interface AtWork {
  readonly cells: Readonly<Record<string, Cell>>
  readonly share: number
  /** Undefined until all of it is known. */
  readonly workplace: Workplace | undefined
  readonly before: Before | undefined
}

export interface AskedOf {
  readonly period: Pick<TemplatePeriod, 'id' | 'tasks' | 'share'>
  /** As the plan has it already. */
  readonly present?: Partial<Workplace> | undefined
  /** As the study register tells. */
  readonly told?: { readonly name: string; readonly businessId?: string | undefined } | undefined
  readonly before?: Before | undefined
  /** Percent that the study register tells. */
  readonly share?: number | undefined
}

export function atWorkOf(asked: AskedOf, applying: Applying, answers: Answers): AtWork {
  const { id } = asked.period
  const place = placeCell(asked, applying, answers[`workplace:${id}`])
  const instructor = instructorCell(asked, place.place, answers[`instructor:${id}`])
  const tasks = tasksCell(asked, place.place, answers[`tasks:${id}`])
  const share = shareCell(asked, answers[`share:${id}`])
  const cells = {
    [`workplace:${id}`]: place.cell,
    [`instructor:${id}`]: instructor.cell,
    [`tasks:${id}`]: tasks.cell,
    [`share:${id}`]: share.cell,
  }
  const known = place.place
  const before = known && {
    place: known,
    instructor: instructor.person,
    share: share.cell.answered && share.cell.state === 'known' ? share.share : asked.before?.share,
  }
  if (known?.businessId === undefined || instructor.person === undefined || tasks.tasks.length === 0)
    return { cells, share: share.share, workplace: undefined, before }
  const { email, name, phone } = instructor.person
  const workplace = {
    name: known.name,
    businessId: known.businessId,
    tasks: [...tasks.tasks],
    instructor: { name, ...(email ? { email } : {}), ...(phone ? { phone } : {}) },
  }
  return { cells, share: share.share, workplace, before }
}

const known = (text: string): Cell => ({ state: 'known', text, answered: false })
const lacking: Cell = { state: 'lacking', text: '', answered: false }
export const answered = (text: string): Cell => ({ state: 'known', text, answered: true })
export const wrong = (text: string, error: CellError, fixes: readonly string[] = []): Cell => ({
  state: 'wrong',
  text,
  answered: true,
  error,
  ...(fixes.length === 0 ? {} : { fixes: [...fixes] }),
})
export { known as knownCell, lacking as lackingCell }

interface PlaceCell {
  readonly cell: Cell
  readonly place: KnownPlace | undefined
}

function placeCell(
  { before, present, told }: AskedOf,
  applying: Applying,
  answer: string | undefined,
): PlaceCell {
  if (answer !== undefined) return answeredPlace(answer, applying)
  const given = present?.name ? { name: present.name, businessId: present.businessId } : told
  if (given !== undefined) {
    const found = find(given, applying)
    if (found.length === 1) return placed(found[0], known)
    if (given.businessId !== undefined) return placed({ ...given, instructors: [], tasks: [] }, known)
    return { cell: { ...lacking, fixes: found.slice(0, mostFixes).map(placeText) }, place: undefined }
  }
  return before === undefined ? { cell: lacking, place: undefined } : placed(before.place, known)
}

const placed = (place: KnownPlace | undefined, cell: (text: string) => Cell): PlaceCell => ({
  cell: cell(place === undefined ? '' : placeText(place)),
  place,
})

const mostFixes = 4

function find(
  { businessId, name }: { readonly name: string; readonly businessId?: string | undefined },
  { placesNamed }: Applying,
): readonly KnownPlace[] {
  const whole = placesNamed(name).filter(place => place.businessId !== undefined)
  return businessId === undefined ? whole : whole.filter(place => place.businessId === businessId)
}

function answeredPlace(text: string, applying: Applying): PlaceCell {
  const { businessId, name } = placeOf(text)
  const none = (error: CellError, fixes: readonly KnownPlace[]): PlaceCell => ({
    cell: wrong(text, error, fixes.slice(0, mostFixes).map(placeText)),
    place: undefined,
  })
  if (businessId !== undefined && !isBusinessId(businessId))
    return none('business-id-wrong', find({ name }, applying))
  const found = name === '' ? [] : find({ businessId, name }, applying)
  const [first] = found
  if (found.length === 1) return placed(first, answered)
  if (found.length > 1) return none('workplace-many', found)
  if (businessId !== undefined && name !== '')
    return placed({ name, businessId, instructors: [], tasks: [] }, answered)
  return none('workplace-unknown', applying.placesLike(name))
}

const emailForm = /^[^\s@]+@[^\s@]+\.[^\s@.]+$/

function instructorCell(
  { before, present }: AskedOf,
  place: KnownPlace | undefined,
  answer: string | undefined,
): { readonly cell: Cell; readonly person: KnownPerson | undefined } {
  if (answer !== undefined) {
    const person = personOf(answer)
    if (person === undefined) return { cell: wrong(answer, 'instructor-wrong'), person }
    if (person.email !== undefined && !emailForm.test(person.email))
      return { cell: wrong(answer, 'email-wrong'), person: undefined }
    return { cell: answered(personText(person)), person }
  }
  if (place === undefined) return { cell: known(''), person: undefined }
  const same = before !== undefined && isSame(before.place, place) ? before.instructor : undefined
  const person = (present?.instructor?.name ? present.instructor : undefined) ?? same ?? place.instructors[0]
  return { cell: person === undefined ? lacking : known(personText(person)), person }
}

const isSame = (a: KnownPlace, b: KnownPlace): boolean =>
  a.businessId === b.businessId && a.name.toLocaleLowerCase('fi') === b.name.toLocaleLowerCase('fi')

function tasksCell(
  { period, present }: AskedOf,
  place: KnownPlace | undefined,
  answer: string | undefined,
): { readonly cell: Cell; readonly tasks: readonly string[] } {
  if (answer !== undefined && tasksOf(answer).length > 0)
    return { cell: answered(answer), tasks: tasksOf(answer) }
  const own = [present?.tasks, period.tasks, place?.tasks].find(tasks => (tasks?.length ?? 0) > 0)
  if (own !== undefined) return { cell: known(tasksText(own)), tasks: own }
  return { cell: place === undefined ? known('') : lacking, tasks: [] }
}

/** As answered of the period before, as the study register tells, as the template has it, else full time. */
function shareCell({ before, period, share: told }: AskedOf, answer: string | undefined) {
  const share = before?.share ?? told ?? period.share ?? 100
  if (answer === undefined) return { cell: known(String(share)), share }
  const typed = shareOf(answer)
  if (typed === undefined) return { cell: wrong(answer, 'share-wrong', [String(share)]), share }
  return { cell: answered(String(typed)), share: typed }
}
