import { isPersonOid, isStudyRightOid } from '../features/identifiers/rules.ts'
import type { Refusal } from '../features/imports/contract.ts'
import { checkAgain } from '../features/plans/jobs.ts'
import { linkStudent } from '../features/plans/public.ts'
import type { IncomingStudent } from '../features/students/contract.ts'
import { saveStudent } from '../features/students/public.ts'
import type { StudyRight } from '../features/study-rights/contract.ts'
import { saveStudyRight } from '../features/study-rights/public.ts'
import { type KoskiRecord, readKoskiRecord } from '../integrations/koski/codec.ts'
import type { WriteTransaction } from '../platform/db/door.ts'
import { isLanguage } from '../platform/i18n/language.ts'
import { listAt, recordAt, textAt } from '../platform/json/look.ts'
import { type PlacedRecord, type StoredRecord, storeRecords } from './import-records.ts'
import { auditOf, type ImportRun, type Prepared, tenantOf } from './import-run.ts'

/** One student with study rights, or a list of them, as the study right register gives them. */
export function prepareStudents(json: unknown): Prepared {
  const items = Array.isArray(json) ? json : [json]
  const at = (index: number) => (Array.isArray(json) ? `/${index}` : '')
  const refused: Refusal[] = []
  const found = items.flatMap((item: unknown, index) => {
    const record = readKoskiRecord(item)
    if (!record) return []
    const student = studentOf(record, item)
    refused.push(...record.refused.map(place => badStudyRight(`${at(index)}/opiskeluoikeudet/${place}`)))
    if (student) return [{ student, record, pointer: at(index) }]
    refused.push({ pointer: `${at(index)}/henkilö/oid`, code: 'no-student' })
    return []
  })
  if (found.length === 0 && refused.length === 0)
    return { ok: false, refusal: { pointer: '', code: 'not-koski' } }
  return {
    ok: true,
    refused,
    store: (run, finish) => {
      const records: PlacedRecord[] = found.map(one => ({
        pointer: one.pointer,
        store: transaction => storeStudent(transaction, run, one),
      }))
      return storeRecords(run, records, async (transaction, stored) => {
        // What the rules say of plans depends on study rights.
        if (stored.counts.written > 0)
          await run.jobs.send(transaction, checkAgain, { providerId: tenantOf(run) })
        await finish(transaction, stored)
      })
    },
  }
}

const badStudyRight = (pointer: string): Refusal => ({ pointer, code: 'no-study-right' })

interface Found {
  readonly student: IncomingStudent
  readonly record: KoskiRecord
  readonly pointer: string
}

async function storeStudent(
  transaction: WriteTransaction,
  run: ImportRun,
  { pointer, record, student }: Found,
): Promise<StoredRecord> {
  const audit = auditOf(run)
  const saved = await saveStudent(transaction, audit, student, run.source)
  // A plan may have come before its student: the two are joined now.
  if (saved.changed) await linkStudent(transaction, student.studentOid, saved.id)
  const good = record.studyRights.filter(right => isStudyRightOid(right.body.oid))
  let written = saved.changed ? 1 : 0
  for (const { at: _at, ...told } of good) {
    const right = { ...told, studentId: saved.id, source: run.source }
    if (await saveStudyRight(transaction, audit, right)) written += 1
  }
  const bad = record.studyRights.length - good.length
  const refused = bad === 0 ? [] : [badStudyRight(`${pointer}/opiskeluoikeudet`)]
  return { read: 1 + good.length, written, refused }
}

function studentOf(record: KoskiRecord, item: unknown): IncomingStudent | undefined {
  const { student, studyRights } = record
  if (student.oid === undefined || !isPersonOid(student.oid)) return undefined
  return {
    studentOid: student.oid,
    givenNames: student.firstNames,
    calledName: student.callingName,
    familyName: student.lastName,
    birthDate: student.bornOn,
    group: groupOf(item),
    language: languageOf(studyRights.map(right => right.body)),
  }
}

/** The language of studies stands for the student's own, which the register does not tell. */
function languageOf(studyRights: readonly StudyRight[]) {
  const language = studyRights.flatMap(right => right.attainments).find(one => one.language)?.language
  const known = language?.toLowerCase()
  return isLanguage(known) ? known : undefined
}

/** The group of the newest study right that names one. */
function groupOf(item: unknown): string | undefined {
  const rights = listAt(recordAt(item)?.opiskeluoikeudet).map(recordAt)
  const groups = rights
    .flatMap(right => listAt(right?.suoritukset))
    .flatMap(one => textAt(recordAt(one)?.ryhmä) ?? [])
  return groups.at(-1)
}
