import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { measureAccess } from './access.ts'
import { measureAgreed, measureFollowed, measuresRead } from './audit.ts'
import { FollowUp, MeasureAgreed, MeasureList, MeasurePeople } from './contract.ts'
import { findMeasureStudent, listPeople, measuresOfStudent } from './queries.ts'
import { accessRow, agreeOn, demandAgreeable, followUp, measureView } from './service.ts'

export function measureRoutes(): Endpoint[] {
  return [list(), agree(), follow(), people()]
}

const ofStudent = Type.Object({ studentId: Type.String({ format: 'uuid' }) })

function list(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/students/{studentId}/measures',
    tag: 'measures',
    summary: "A student's measures: what was agreed, by whom, by when, and what came of it",
    params: ofStudent,
    answers: { 200: MeasureList },
    access: whoMay(measureAccess.read),
    audit: audited(measuresRead),
    transaction: 'read',
    handle: async ({ actor, audit, params: { studentId }, today }, transaction) => {
      const body = await measuresShown(transaction, actor, today, studentId)
      await record(transaction, audit, measuresRead, { studentId, details: { rows: body.items.length } })
      return { body }
    },
  })
}

/** Of a student whose measures are not the actor's to see, those that the actor promised. */
async function measuresShown(
  transaction: ReadTransaction,
  actor: Actor,
  today: PlainDate,
  studentId: string,
): Promise<MeasureList> {
  const student = await findMeasureStudent(transaction, actor, today, studentId)
  if (student === undefined) throw new AppError('measures.student-not-found', 404)
  const rows = await measuresOfStudent(transaction, actor, today, studentId)
  const allowed = rows.filter(row => measureAccess.read.may(actor, accessRow(row)))
  const nobodys = { studentId, teacherPersonId: student.teacher_person_id, personId: null }
  if (allowed.length === 0) measureAccess.read.demand(actor, nobodys)
  return {
    items: allowed.map(row => measureView(row, actor, today)),
    permittedActions: measureAccess.agree.may(actor, nobodys) && !student.masked ? ['agree'] : [],
  }
}

function agree(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/students/{studentId}/measures',
    tag: 'measures',
    summary: 'Agree on a measure without a sign: what, by whom, by when',
    params: ofStudent,
    body: MeasureAgreed,
    answers: { 201: Type.Object({ id: Type.String() }) },
    access: whoMay(measureAccess.agree),
    audit: audited(measureAgreed),
    transaction: 'write',
    handle: async ({ actor, audit, body, params: { studentId }, today }, transaction) => {
      await demandAgreeable(transaction, actor, today, studentId)
      return { status: 201, body: { id: await agreeOn({ transaction, audit, today }, { studentId }, body) } }
    },
  })
}

function follow(): Endpoint {
  return endpoint({
    method: 'POST',
    path: '/api/measures/{id}/follow-up',
    tag: 'measures',
    summary: 'Tell what came of a measure; 409 when somebody has told it or changed it since it was read',
    params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
    body: FollowUp,
    answers: { 204: null },
    access: whoMay(measureAccess['follow-up']),
    audit: audited(measureFollowed),
    transaction: 'write',
    handle: async ({ audit, body, params: { id }, today }, transaction) => {
      await followUp({ transaction, audit, today }, id, body)
      return { status: 204 }
    },
  })
}

function people(): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/measures/people',
    tag: 'measures',
    summary: 'Colleagues who work with students, to choose who promises a measure',
    answers: { 200: MeasurePeople },
    access: whoMay(measureAccess.agree),
    audit: notAudited('Colleagues see each other at work; nothing of a student is shown'),
    transaction: 'read',
    handle: async ({ actor }, transaction) => {
      const rows = await listPeople(transaction, actor.providerId)
      return { body: { items: rows.map(({ id, name }) => ({ id, name, me: actor.id === id })) } }
    },
  })
}
