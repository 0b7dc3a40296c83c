import { codeKey } from '../../features/codes/rules.ts'
import type {
  AreaText,
  Passage,
  QualificationTexts,
  ScaleText,
  StructureText,
  UnitText,
} from '../../features/qualifications/contract-texts.ts'
import { type JsonRecord, listAt, recordAt, textAt } from '../../platform/json/look.ts'
import { newCriteriaOf, oldCriteriaOf, wordListOf, wordsOf } from './codec-criteria.ts'
import { textOf } from './codec-html.ts'
import { namesOf, present } from './fields.ts'

// As deep as the structure itself is read.
const depthLimit = 40

/**
 * The texts of the qualification: requirements as the structured lists of 2019 where there are such, else the older free
 * text; ways of demonstrating; criteria. A part without words is left out, and nothing here refuses a file.
 */
export function readTexts(json: unknown): QualificationTexts {
  const file = recordAt(json)
  const scales = new Map<string, ScaleText>()
  const units = new Map<string, UnitText>()
  for (const item of listAt(file?.tutkinnonOsat)) {
    const unit = recordAt(item)
    const codeUri = textAt(unit?.koodiUri) ?? textAt(recordAt(unit?.koodi)?.uri)
    if (unit && codeUri !== undefined && !units.has(codeKey(codeUri)))
      units.set(codeKey(codeUri), unitText(unit, scales))
  }
  for (const item of listAt(file?.koulutuksenOsat)) {
    const part = recordAt(item)
    const codeUri = textAt(recordAt(part?.nimiKoodi)?.uri)
    if (part && codeUri !== undefined) units.set(codeKey(codeUri), partText(part))
  }
  const structure: StructureText = {}
  for (const item of listAt(file?.suoritustavat)) {
    const method = recordAt(item)
    describe(recordAt(method?.rakenne), `${textAt(method?.suoritustapakoodi) ?? ''} `, '', structure, 0)
  }
  return { structure, scales, units }
}

function unitText(unit: JsonRecord, scales: Map<string, ScaleText>): UnitText {
  const structured = passagesOf(unit.ammattitaitovaatimukset2019)
  return present({
    description: textOf(unit.kuvaus),
    requirements: [
      ...(structured.length > 0 ? structured : textPassage(unit.ammattitaitovaatimukset)),
      ...goalsOf(unit.valmaTelmaSisalto),
    ],
    demonstrating: textOf(unit.ammattitaidonOsoittamistavat),
    areas: listAt(unit.osaAlueet).flatMap(areaText),
    ...assessmentOf(unit.arviointi),
    scale: scaleOf(unit.geneerinenArviointiasteikko, scales),
  })
}

function partText(part: JsonRecord): UnitText {
  const goals = wordListOf(part.tavoitteet)
  return present({
    description: textOf(part.kuvaus),
    requirements: [
      ...(goals.length === 0 ? [] : [present({ lead: wordsOf(part.tavoitteenKuvaus), items: goals })]),
      ...textPassage(part.keskeinenSisalto),
    ],
    demonstrating: undefined,
    areas: [],
    criteria: [],
    assessment: textOf(part.arvioinninKuvaus),
  })
}

/** The lists of 2019: what all share, then one passage for each area of requirements. */
function passagesOf(value: unknown): Passage[] {
  const record = recordAt(value)
  const lead = wordsOf(record?.kohde)
  const itemsOf = (list: unknown) => wordListOf(listAt(list).map(item => recordAt(item)?.vaatimus))
  const passages = [
    { heading: undefined, items: itemsOf(record?.vaatimukset) },
    ...listAt(record?.kohdealueet).map(item => {
      const area = recordAt(item)
      return { heading: wordsOf(area?.kuvaus), items: itemsOf(area?.vaatimukset) }
    }),
  ]
  return passages
    .filter(passage => passage.items.length > 0)
    .map(({ heading, items }): Passage => present({ heading, lead, items }))
}

function textPassage(value: unknown): Passage[] {
  const text = textOf(value)
  return text ? [{ text }] : []
}

/** Goals of preparatory education: a name, and what the student can do. */
function goalsOf(value: unknown): Passage[] {
  return listAt(recordAt(value)?.osaamistavoite).flatMap(item => {
    const goal = recordAt(item)
    const passage: Passage = present({
      heading: wordsOf(goal?.nimi),
      lead: wordsOf(goal?.kohde),
      text: textOf(goal?.selite),
      items: wordListOf(goal?.tavoitteet),
    })
    return passage.text || passage.heading || passage.items?.length ? [passage] : []
  })
}

/** A subject area in either form: goals of 2020, or the list of goals of 2014. */
function areaText(value: unknown): AreaText[] {
  const area = recordAt(value)
  const codeUri = textAt(area?.koodiUri) ?? textAt(recordAt(area?.koodi)?.uri)
  if (!area || codeUri === undefined) return []
  const older = listAt(area.osaamistavoitteet).flatMap((item): JsonRecord[] => {
    const goal = recordAt(item)
    return goal ? [goal] : []
  })
  const goals = (newer: unknown, compulsory: boolean) => {
    const own = recordAt(newer)
    if (own) return [...passagesOf(own), ...passagesOf(own.tavoitteet)]
    const matching = older.filter(goal => goal.pakollinen === compulsory)
    return matching.flatMap(goal => [...passagesOf(goal.tavoitteet2020), ...textPassage(goal.tavoitteet)])
  }
  return [
    present({
      codeUri: codeKey(codeUri),
      names: namesOf(area.nimi),
      compulsory: goals(area.pakollisetOsaamistavoitteet, true),
      optional: goals(area.valinnaisetOsaamistavoitteet, false),
      criteria: [...newCriteriaOf(area.arviointi), ...older.flatMap(goal => oldCriteriaOf(goal.arviointi))],
    }),
  ]
}

function assessmentOf(value: unknown): Pick<UnitText, 'criteria' | 'assessment'> {
  return present({ criteria: oldCriteriaOf(value), assessment: textOf(recordAt(value)?.lisatiedot) })
}

/** Units share a few scales: each is kept once. */
function scaleOf(value: unknown, scales: Map<string, ScaleText>): string | undefined {
  const scale = recordAt(value)
  if (scale?.id === undefined || scale.id === null) return undefined
  const key = `scale-${String(scale.id)}`
  if (!scales.has(key)) {
    const criteria = newCriteriaOf(scale)
    if (criteria.length === 0) return undefined
    scales.set(key, { names: namesOf(scale.nimi), criteria })
  }
  return key
}

function describe(
  group: JsonRecord | undefined,
  method: string,
  path: string,
  into: StructureText,
  depth: number,
) {
  if (!group || depth > depthLimit) return
  const text = textOf(group.kuvaus)
  if (text) into[`${method}${path}`] = text
  listAt(group.osat).forEach((item, at) => {
    const member = recordAt(item)
    if (!member || (member._tutkinnonOsaViite !== undefined && member._tutkinnonOsaViite !== null)) return
    describe(member, method, path === '' ? String(at) : `${path}/${at}`, into, depth + 1)
  })
}
