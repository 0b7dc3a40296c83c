import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { measureAgreed, measuresBySign } from '../measures/public.ts'
import { signAccess } from './access.ts'
import { signDecided, signExplained, signsListed, signsRead } from './audit.ts'
import { Decision, Explanation, SignList, SignQuery, SignView } from './contract.ts'
import { findTeacherOf, listSigns, type SignPlace, type SignRow, signsOfStudent } from './queries.ts'
import { decide, explain } from './service.ts'
import { signView } from './service-view.ts'

export function signRoutes(): Endpoint[] {
  return [list(), ofStudent(), explanation(), decision()]
}

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const usualPage = 50

function list(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/signs',
    tag: 'signs',
    summary: 'Early signs with their reasons and data, in the order in which they were noticed',
    query: SignQuery,
    answers: { 200: SignList },
    access: whoMay(signAccess.read),
    audit: audited(signsListed),
    transaction: 'read',
    handle: async ({ actor, audit, query, today }, transaction) => {
      const { after, limit = usualPage, ...narrowed } = query
      const asked = { ...narrowed, after: placeOf(after), limit: limit + 1 }
      const rows = await listSigns(transaction, actor, today, asked)
      const page = rows.slice(0, limit)
      const shown = [...Map.groupBy(page, row => row.student_id)]
      await record(
        transaction,
        audit,
        signsListed,
        shown.map(([studentId, own]) => ({ studentId, details: { rows: own.length } })),
      )
      const last = rows.length > limit ? page.at(-1) : undefined
      return {
        body: {
          items: await viewsOf(transaction, actor, today, page),
          ...(last === undefined ? {} : { next: `${last.noticed_on}_${last.id}` }),
        },
      }
    },
  })
}

function placeOf(after: string | undefined): SignPlace | undefined {
  const [noticedOn, id] = after?.split('_') ?? []
  return noticedOn === undefined || id === undefined ? undefined : { noticedOn, id }
}

async function viewsOf(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  rows: readonly SignRow[],
): Promise<SignView[]> {
  const ids = rows.map(row => row.id)
  const measures = await measuresBySign(transaction, actor, today, ids)
  return rows.map(row => signView(row, actor, measures.get(row.id) ?? []))
}

function ofStudent(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/students/{studentId}/signs',
    tag: 'signs',
    summary: "A student's early signs, those that are over too: all of them to the student at once",
    params: Type.Object({ studentId: Type.String({ format: 'uuid' }) }),
    answers: { 200: SignList },
    access: whoMay(signAccess.read),
    audit: audited(signsRead),
    transaction: 'read',
    handle: async ({ actor, audit, params: { studentId }, today }, transaction) => {
      const student = await findTeacherOf(transaction, studentId)
      if (student === undefined) throw new AppError('signs.student-not-found', 404)
      // Of the kind that most may see: who may see none of this student's is refused.
      signAccess.read.demand(actor, {
        studentId,
        teacherPersonId: student.teacher_person_id,
        kind: 'workplace',
      })
      const rows = await signsOfStudent(transaction, actor, today, studentId)
      await record(transaction, audit, signsRead, { studentId, details: { rows: rows.length } })
      return { body: { items: await viewsOf(transaction, actor, today, rows) } }
    },
  })
}

function explanation(): Endpoint {
  return endpoint({
    method: 'PUT',
    path: '/api/signs/{id}/explanation',
    tag: 'signs',
    summary:
      "The student's own words about a sign, changeable until it is decided on; 409 when it has changed",
    params,
    body: Explanation,
    answers: { 200: SignView },
    access: whoMay(signAccess.explain),
    audit: audited(signExplained),
    transaction: 'write',
    handle: async ({ audit, body, params: { id }, today }, transaction) => ({
      body: await explain({ transaction, audit, today }, id, body),
    }),
  })
}

function decision(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/signs/{id}/decision',
    tag: 'signs',
    summary:
      'Decide on a sign: nothing is needed, or one agreed measure; 409 when it has changed since it was read',
    params,
    body: Decision,
    answers: { 200: SignView },
    access: whoMay(signAccess.decide),
    audit: audited(signDecided, measureAgreed),
    transaction: 'write',
    handle: async ({ audit, body, params: { id }, today }, transaction) => ({
      body: await decide({ transaction, audit, today }, id, body),
    }),
  })
}
