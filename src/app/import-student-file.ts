import type { Refusal } from '../features/imports/contract.ts'
import type { ImportDefinition, StorableRecord } from '../features/imports/contract-definition.ts'
import { linkStudents } from '../features/plans/public.ts'
import type { RegisterStudent, StudentColumn } from '../features/students/contract-register.ts'
import {
  readStudentRow,
  type SavedStudents,
  saveRegisterStudents,
  studentColumns,
  vanishStudents,
} from '../features/students/public.ts'
import { cellPointer, csvReading, type Placed } from './import-csv.ts'

/** The students' file: a CSV of the student register, one student a row. */
export const studentFile: ImportDefinition<Placed<RegisterStudent>> = {
  owner: 'provider',
  batch: 200,
  ...csvReading({
    columns: studentColumns,
    idColumn: 'learner-number',
    read: (cells, header, today) => {
      const { faults, oid, student } = readStudentRow(cells, header, today)
      return { id: oid, value: student, faults }
    },
  }),
  store: async (transaction, records, context) => {
    const students = records.map(record => record.value.value)
    const saved = await saveRegisterStudents(transaction, context, students)
    await linkStudents(transaction, saved.added)
    // A row without a known teacher was read, and not taken in.
    return { read: records.length, written: saved.written, refused: refusalsOf(records, saved) }
  },
  finish: async (transaction, context) => ({
    vanished: context.options.whole ? await vanishStudents(transaction, context, context.runId) : 0,
  }),
}

const codes = { name: 'guardian-unknown', custody: 'guardian-custody' } as const

/** What only the stored students could tell: whom nobody knows, and what of a guardian nobody has told. */
function refusalsOf(
  records: readonly StorableRecord<Placed<RegisterStudent>>[],
  { refusedGuardians, unknownTeacher }: SavedStudents,
): Refusal[] {
  const unknown = new Set(unknownTeacher)
  const guardians = Map.groupBy(refusedGuardians, one => one.studentOid)
  return records.flatMap(({ pointer, value: { headingOf, value } }) => {
    const refusal = (key: StudentColumn, code: string): Refusal => {
      const column = headingOf(key)
      return { pointer: cellPointer(pointer, column), code, params: { column } }
    }
    return [
      ...(unknown.has(value.studentOid) ? [refusal('teacher', 'unknown-teacher')] : []),
      ...(guardians.get(value.studentOid) ?? []).map(({ missing, ordinal }) =>
        refusal(`guardian${ordinal === 1 ? 1 : 2}-${missing}`, codes[missing]),
      ),
    ]
  })
}
