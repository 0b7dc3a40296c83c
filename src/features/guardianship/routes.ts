import { whoMay } from '../../platform/access/access.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { staffName } from '../staff/rules.ts'
import { displayName } from '../students/rules.ts'
import { guardianshipAccess } from './access.ts'
import { guardedListed } from './audit.ts'
import { type GuardedStudent, GuardedStudents } from './contract.ts'
import { type Guarded, guardedStudents } from './queries.ts'
import { endReasons, namesToShow, type ShownStudent } from './queries-own.ts'

export function guardianshipRoutes(): Endpoint[] {
  return [
    endpoint({
      method: 'GET',
      path: '/api/guardian/students',
      tag: 'guardianship',
      summary: 'The students whose guardian you are today; where there are none any more, why',
      answers: { 200: GuardedStudents },
      access: whoMay(guardianshipAccess.list),
      audit: audited(guardedListed),
      transaction: 'read',
      handle: async ({ actor, audit, today }, transaction) => {
        if (actor.kind !== 'person') throw new AppError('access.forbidden', 403)
        const guarded = (await guardedStudents(transaction, actor.id, today)).filter(row =>
          guardianshipAccess.list.may(actor, row),
        )
        const shown = await namesToShow(
          transaction,
          guarded.map(({ studentId }) => studentId),
        )
        const byId = new Map(shown.map(row => [row.id, row]))
        const entries = guarded.map(({ studentId }) => ({ studentId, details: {} }))
        await record(transaction, audit, guardedListed, entries)
        const items = guarded.map(row => shownAs(row, byId.get(row.studentId)))
        return { body: { items, ended: await endReasons(transaction, actor.id, today) } }
      },
    }),
  ]
}

function shownAs(row: Guarded, student: ShownStudent | undefined): GuardedStudent {
  const { endsOn, protected: hidden, studentId } = row
  const shown = { studentId, endsOn, protected: hidden }
  if (hidden || student === undefined) return shown
  const name = displayName(student)
  return { ...shown, ...(name === undefined ? {} : { name }), ...teacherOf(student) }
}

function teacherOf({ teacher_email, teacher_family_name, teacher_given_names }: ShownStudent) {
  if (teacher_family_name === null) return {}
  const name = staffName({ given_names: teacher_given_names, family_name: teacher_family_name })
  return { teacher: { name, ...(teacher_email === null ? {} : { email: teacher_email }) } }
}
