import type { ImportDefinition } from '../features/imports/contract-definition.ts'
import { linkStudents } from '../features/plans/public.ts'
import type { RegisterStudent } from '../features/students/contract-register.ts'
import {
  readStudentRow,
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
    const unknown = new Set(saved.unknownTeacher)
    const refused = records
      .filter(record => unknown.has(record.value.value.studentOid))
      .map(({ pointer, value }) => {
        const column = value.headingOf('teacher')
        return { pointer: cellPointer(pointer, column), code: 'unknown-teacher', params: { column } }
      })
    // A row without a known teacher was read, and not taken in.
    return { read: records.length, written: saved.written, refused }
  },
  finish: async (transaction, context) => ({
    vanished: context.options.whole ? await vanishStudents(transaction, context, context.runId) : 0,
  }),
}
