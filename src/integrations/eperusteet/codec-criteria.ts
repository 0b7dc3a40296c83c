import type { Names } from '../../features/codes/contract.ts'
import type { CriteriaGroup, CriteriaTarget } from '../../features/qualifications/contract-texts.ts'
import { type JsonRecord, listAt, recordAt, textAt } from '../../platform/json/look.ts'
import { linesOf } from './codec-html.ts'
import { namesOf } from './fields.ts'

/**
 * The grades of the levels of assessment by their national ids, where a file names only the id: scale 1-3 (T1, H2, K3)
 * and scale 1-5. Read from the scales of OPH-5410-2021 and of the test files of eperusteet-amosaa. Level 1 is the only
 * one of its scale and has no grade.
 */
const grades: { readonly [id: string]: string } = {
  2: '1',
  3: '2',
  4: '3',
  5: '1',
  6: '2',
  7: '3',
  8: '4',
  9: '5',
}

/** Words in the three languages, with whatever marks of HTML they have taken away. */
export function wordsOf(value: unknown): Names | undefined {
  const names = namesOf(value)
  const words: Names = {}
  for (const language of ['fi', 'sv', 'en'] as const) {
    const text = names[language]
    const plain = text === undefined ? '' : /[<&]/.test(text) ? wordsIn(text) : text.trim()
    if (plain !== '') words[language] = plain
  }
  return Object.keys(words).length === 0 ? undefined : words
}

const wordsIn = (html: string) =>
  linesOf(html)
    .map(line => line.text)
    .join(' ')

const some = <K extends string>(name: K, value: Names | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [P in K]?: Names }

export function wordListOf(value: unknown): Names[] {
  return listAt(value).flatMap(item => wordsOf(item) ?? [])
}

function levelOf(item: unknown) {
  const record = recordAt(item)
  const level = recordAt(record?.osaamistaso)
  const items = wordListOf(record?.kriteerit)
  if (items.length === 0) return []
  const id = textAt(record?._osaamistaso) ?? String(level?.id)
  const grade = textAt(recordAt(level?.koodi)?.arvo) ?? grades[id]
  return [{ ...(grade === undefined ? {} : { grade }), ...some('names', wordsOf(level?.otsikko)), items }]
}

function targetOf(item: unknown, heading: unknown, lead: unknown): CriteriaTarget[] {
  const levels = listAt(recordAt(item)?.osaamistasonKriteerit)
    .flatMap(levelOf)
    .sort((a, b) => ((a.grade ?? '') < (b.grade ?? '') ? -1 : 1))
  if (levels.length === 0) return []
  return [{ ...some('heading', wordsOf(heading)), ...some('lead', wordsOf(lead)), levels }]
}

/** The older criteria: areas of assessment, in each the targets, in each the levels. */
export function oldCriteriaOf(value: unknown): CriteriaGroup[] {
  return listAt(recordAt(value)?.arvioinninKohdealueet).flatMap(item => {
    const area = recordAt(item)
    const targets = listAt(area?.arvioinninKohteet).flatMap(target => {
      const record = recordAt(target)
      return targetOf(record, record?.otsikko, record?.selite)
    })
    return targets.length === 0 ? [] : [{ ...some('heading', headingOf(area)), targets }]
  })
}

/** Editors' tools give an area without a heading the heading "no name". */
function headingOf(area: JsonRecord | undefined): Names | undefined {
  const names = wordsOf(area?.otsikko)
  return names?.fi === 'Nimetön' ? undefined : names
}

/** Criteria of one target: a generic scale, or a subject area's own. */
export function newCriteriaOf(value: unknown): CriteriaGroup[] {
  const targets = targetOf(value, undefined, recordAt(value)?.kohde)
  return targets.length === 0 ? [] : [{ targets }]
}
