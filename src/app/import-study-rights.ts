import { isPersonOid, isStudyRightOid } from '../features/identifiers/rules.ts'
import type { Refusal } from '../features/imports/contract.ts'
import type {
  ImportContext,
  ImportDefinition,
  InputDocument,
  InputRecord,
  StorableRecord,
  StoredRows,
} from '../features/imports/contract-definition.ts'
import { checkAgain } from '../features/plans/jobs.ts'
import { linkStudents } from '../features/plans/public.ts'
import type { IncomingStudent } from '../features/students/contract.ts'
import { saveStudents } from '../features/students/public.ts'
import { markUnmet, saveStudyRights } from '../features/study-rights/public.ts'
import { type KoskiRecord, type KoskiStudyRight, readKoskiRecord } from '../integrations/koski/codec.ts'
import type { WriteTransaction } from '../platform/db/door.ts'
import { isLanguage } from '../platform/i18n/language.ts'
import type { JobSender } from '../platform/jobs/jobs.ts'
import { type DocumentElement, elementsOf, examineElements } from './import-elements.ts'

interface StudentWithRights {
  readonly student: IncomingStudent
  readonly rights: readonly KoskiStudyRight[]
}

/** Students with their study rights, one or a list in each document, as the study right register gives them. */
export function studyRightsDefinition({
  jobs,
}: {
  readonly jobs: JobSender
}): ImportDefinition<StudentWithRights> {
  return {
    owner: 'provider',
    batch: 200,
    examine: documents =>
      examineElements(documents, item => readKoskiRecord(item) !== undefined, 'not-koski'),
    records: readStudents,
    store: storeStudents,
    finish: async (transaction, { audit, options, providerId, runId }) => {
      // What the rules say of plans depends on study rights.
      await jobs.send(transaction, checkAgain, { providerId })
      return { vanished: options.whole === true ? await markUnmet(transaction, runId, audit.now) : 0 }
    },
  }
}

async function* readStudents(
  documents: readonly InputDocument[],
  from: number,
): AsyncGenerator<InputRecord<StudentWithRights>> {
  for await (const element of elementsOf(documents, from)) yield inputRecord(element)
}

function inputRecord({ document, pointer, value }: DocumentElement): InputRecord<StudentWithRights> {
  const place = { document, pointer }
  const record = readKoskiRecord(value)
  if (!record) return { ...place, ok: false, refused: [{ pointer, code: 'not-koski-record' }] }
  const rights = record.studyRights.filter(right => isStudyRightOid(right.body.oid))
  const bad = record.studyRights.filter(right => !rights.includes(right)).map(right => right.at)
  const refused = [...record.refused, ...bad]
    .sort((a, b) => a - b)
    .map((at): Refusal => ({ pointer: `${pointer}/opiskeluoikeudet/${at}`, code: 'no-study-right' }))
  const seen = rights.map(right => right.body.oid)
  const student = studentOf(record, rights)
  if (!student) {
    const nobody = { pointer: `${pointer}/henkilö/oid`, code: 'no-student' }
    return { ...place, ok: false, refused: [nobody, ...refused], seen }
  }
  return { ...place, ok: true, value: { student, rights }, refused, seen }
}

/** Of a student who is told twice in a batch the names told last count, and the rights of both. */
async function storeStudents(
  transaction: WriteTransaction,
  records: readonly StorableRecord<StudentWithRights>[],
  { audit, source, today }: ImportContext,
): Promise<StoredRows> {
  const told = records.map(record => record.value.student)
  const saved = await saveStudents(transaction, audit, told, source)
  // A plan may have come before its student: the two are joined now.
  const changed = saved.filter(one => one.changed)
  await linkStudents(transaction, changed)
  const ids = new Map(saved.map(one => [one.studentOid, one.id]))
  const rights = records.flatMap(({ value }) =>
    value.rights.map(({ at: _at, ...right }) => ({
      ...right,
      source,
      studentId: ids.get(value.student.studentOid) ?? '',
    })),
  )
  const written = await saveStudyRights(transaction, audit, rights, today)
  return { read: records.length + rights.length, written: written + changed.length }
}

function studentOf(
  { student }: KoskiRecord,
  rights: readonly KoskiStudyRight[],
): IncomingStudent | undefined {
  if (student.oid === undefined || !isPersonOid(student.oid)) return undefined
  return {
    studentOid: student.oid,
    givenNames: student.firstNames,
    calledName: student.callingName,
    familyName: student.lastName,
    birthDate: student.bornOn,
    protected: student.protected,
    group: groupOf(rights),
    language: languageOf(rights),
  }
}

/** The language of studies stands for the student's own, which the register does not tell. */
function languageOf(rights: readonly KoskiStudyRight[]) {
  const languages = rights.flatMap(right => right.body.attainments.map(one => one.language))
  const known = languages.find(language => language !== undefined)?.toLowerCase()
  return isLanguage(known) ? known : undefined
}

/** The group of the last study right that names one. */
function groupOf(rights: readonly KoskiStudyRight[]): string | undefined {
  return rights.flatMap(right => right.details.attainments.flatMap(one => one.group ?? [])).at(-1)
}
