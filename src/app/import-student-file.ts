import type { Refusal } from '../features/imports/contract.ts'
import type { ImportDefinition, StorableRecord, StoredRows } from '../features/imports/contract-definition.ts'
import { linkStudents } from '../features/plans/public.ts'
import type { RegisterStudent, StudentColumn } from '../features/students/contract-register.ts'
import {
  readStudentRow,
  type SavedStudents,
  saveRegisterStudents,
  studentColumns,
  vanishStudents,
} from '../features/students/public.ts'
import { cellPointer, csvReading, type Placed, vanishBy } from './import-csv.ts'

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
    return { read: records.length, written: saved.written, ...toldOf(records, saved) }
  },
  finish: (transaction, context, so) =>
    vanishBy(context, so, () => vanishStudents(transaction, context, context.runId)),
}

type Stored = StorableRecord<Placed<RegisterStudent>>

const codes = { name: 'guardian-unknown', custody: 'guardian-custody' } as const

/** What only the stored students could tell: whom nobody knows, and what of a guardian nobody has told. */
function toldOf(
  records: readonly Stored[],
  { refusedGuardians, unknownTeacher }: SavedStudents,
): Required<Pick<StoredRows, 'refused' | 'noted'>> {
  const unknown = new Set(unknownTeacher)
  const guardians = Map.groupBy(refusedGuardians, one => one.studentOid)
  const place = ({ pointer, value }: Stored, key: StudentColumn, code: string): Refusal => {
    const column = value.headingOf(key)
    return { pointer: cellPointer(pointer, column), code, params: { column } }
  }
  return {
    refused: records.flatMap(record =>
      unknown.has(record.value.value.studentOid) ? [place(record, 'teacher', 'unknown-teacher')] : [],
    ),
    noted: records.flatMap(record =>
      (guardians.get(record.value.value.studentOid) ?? []).map(({ missing, ordinal }) =>
        place(record, `guardian${ordinal === 1 ? 1 : 2}-${missing}`, codes[missing]),
      ),
    ),
  }
}
