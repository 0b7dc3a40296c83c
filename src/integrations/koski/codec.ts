import type {
  Attainment,
  StudyRight,
  StudyRightCode,
  StudyRightState,
} from '../../features/study-rights/contract.ts'
import type {
  StudyRightConfidential,
  StudyRightDetails,
} from '../../features/study-rights/contract-details.ts'
import { type JsonRecord, listAt, recordAt, textAt } from '../../platform/json/look.ts'
import { confidentialOf, detailsOf } from './codec-details.ts'
import { codeAt, dateAt, present } from './codec-values.ts'

/**
 * Reads what the study right register (Koski) tells. Its records are wide and differ by kind of education; what is absent
 * or of another shape is left out instead of refusing the record.
 */
export interface KoskiStudent {
  readonly oid?: string
  readonly firstNames?: string
  readonly callingName?: string
  readonly lastName?: string
  readonly bornOn?: string
  /** Turvakielto. That there is none is not believed: a register may not have it yet. */
  readonly protected?: true
}

/** A study right with what is kept apart from it. */
export interface KoskiStudyRight {
  readonly body: StudyRight
  readonly details: StudyRightDetails
  readonly confidential: StudyRightConfidential
  /** Where it stands in the record's list. */
  readonly at: number
}

export interface KoskiRecord {
  readonly student: KoskiStudent
  readonly studyRights: readonly KoskiStudyRight[]
  /** Study rights of the record that have no OID or no type, by their place in the list. */
  readonly refused: readonly number[]
}

/** A student with study rights, the shape in which Koski hands them over; undefined when it is something else. */
export function readKoskiRecord(value: unknown): KoskiRecord | undefined {
  const record = recordAt(value)
  if (!record || !Array.isArray(record.opiskeluoikeudet)) return undefined
  const person = recordAt(record.henkilö) ?? {}
  const student = present({
    // A file of the bulk query names the student beside the person.
    oid: textAt(person.oid) ?? textAt(record.oppijaOid),
    firstNames: textAt(person.etunimet),
    callingName: textAt(person.kutsumanimi),
    lastName: textAt(person.sukunimi),
    bornOn: dateAt(person.syntymäaika),
    protected: person.turvakielto === true ? (true as const) : undefined,
  })
  const read = record.opiskeluoikeudet.map((item, at) => wholeRightOf(item, at, student.oid))
  return {
    student,
    studyRights: read.flatMap(studyRight => studyRight ?? []),
    refused: read.flatMap((studyRight, at) => (studyRight ? [] : [at])),
  }
}

function wholeRightOf(
  item: unknown,
  at: number,
  studentOid: string | undefined,
): KoskiStudyRight | undefined {
  const body = studyRightFromKoski(item, studentOid)
  const record = recordAt(item)
  if (!body || !record) return undefined
  return { body, details: detailsOf(record, attainmentsOf(record)), confidential: confidentialOf(record), at }
}

/** The attainments that tell what they are. */
function attainmentsOf(record: JsonRecord): JsonRecord[] {
  return listAt(record.suoritukset).flatMap(item => {
    const one = recordAt(item)
    return one && codeAt(one.tyyppi) !== undefined ? [one] : []
  })
}

/** One study right; undefined when it has no OID or no type. */
export function studyRightFromKoski(value: unknown, studentOid?: string): StudyRight | undefined {
  const record = recordAt(value) ?? {}
  const oid = textAt(record.oid)
  const type = codeAt(record.tyyppi)
  if (oid === undefined || type === undefined) return undefined
  const periods = listAt(recordAt(record.tila)?.opiskeluoikeusjaksot)
  return {
    oid,
    type,
    ...present({
      studentOid,
      institutionOid: textAt(recordAt(record.oppilaitos)?.oid),
      providerOid: textAt(recordAt(record.koulutustoimija)?.oid),
      startsOn: dateAt(record.alkamispäivä),
      estimatedEndOn: dateAt(record.arvioituPäättymispäivä),
      endedOn: dateAt(record.päättymispäivä),
      includedIn: textAt(recordAt(record.sisältyyOpiskeluoikeuteen)?.oid),
    }),
    states: periods.flatMap(stateOf).sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
    attainments: attainmentsOf(record).map(attainmentOf),
  }
}

function stateOf(value: unknown): StudyRightState[] {
  const period = recordAt(value) ?? {}
  const start = dateAt(period.alku)
  const state = codeAt(period.tila)
  if (start === undefined || state === undefined) return []
  return [{ start, state, ...present({ funding: codeAt(period.opintojenRahoitus) }) }]
}

function attainmentOf(record: JsonRecord): Attainment {
  const module = recordAt(record.koulutusmoduuli) ?? {}
  const identifier = recordAt(module.tunniste)
  const competenceAreas = listAt(record.osaamisala).flatMap(item => studyRightCodeOf(item, 'osaamisala'))
  const titles = listAt(record.tutkintonimike).flatMap(item => studyRightCodeOf(item, 'tutkintonimike'))
  return {
    type: codeAt(record.tyyppi) ?? '',
    ...present({
      qualificationCode: identifier?.koodistoUri === 'koulutus' ? codeAt(identifier) : undefined,
      diaryNumber: textAt(module.perusteenDiaarinumero),
      competenceAreas: competenceAreas.length > 0 ? competenceAreas : undefined,
      titles: titles.length > 0 ? titles : undefined,
      language: codeAt(record.suorituskieli),
      method: codeAt(record.suoritustapa),
    }),
  }
}

/** The code stands either bare or, when it holds for some days only, inside a record with dates. */
function studyRightCodeOf(value: unknown, key: string): StudyRightCode[] {
  const record: JsonRecord = recordAt(value) ?? {}
  const code = codeAt(record[key]) ?? codeAt(record)
  return code === undefined
    ? []
    : [{ code, ...present({ start: dateAt(record.alku), end: dateAt(record.loppu) }) }]
}
