import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import { findProtection, lockStudent } from '../students/public.ts'
import { goalAccess } from './access.ts'
import { goalChanged, goalMade, goalRemoved, goalsListed } from './audit.ts'
import { type Goal, GoalEdit, GoalList, NewGoal } from './contract.ts'
import { deleteGoal, findGoals, type GoalRow, insertGoal, lockGoal, updateGoal } from './queries.ts'
import { goalsAtMost, reachedOnOf } from './rules.ts'

const tag = 'goals'
const params = Type.Object({ id: Type.String({ format: 'uuid' }) })

export function goalRoutes(): Endpoint[] {
  return [listRoute, makeRoute, changeRoute, removeRoute]
}

const listRoute = endpoint({
  method: 'GET',
  path: '/api/students/{studentId}/goals',
  tag,
  summary: 'What a student wants to reach, in own words',
  params: Type.Object({ studentId: Type.String({ format: 'uuid' }) }),
  answers: { 200: GoalList },
  access: whoMay(goalAccess.read),
  audit: audited(goalsListed),
  transaction: 'read',
  handle: async ({ actor, audit, params: { studentId }, today }, transaction) => {
    goalAccess.read.demand(actor, { studentId })
    const protection = await findProtection(transaction, actor, today, studentId)
    // Another provider's student is not known to exist.
    if (protection === undefined) throw new AppError('students.not-found', 404)
    const { masked } = protection
    const rows = masked ? [] : await findGoals(transaction, actor, studentId)
    const details = { goals: rows.length }
    if (rows.length > 0) await record(transaction, audit, goalsListed, { studentId, details })
    const mayChange = goalAccess.change.may(actor, { studentId })
    return { body: { items: rows.map(shown), mayChange, masked } }
  },
})

const shown = ({ due_on, id, reached_on, text, version }: GoalRow): Goal => ({
  ...{ id, text, version },
  ...(due_on === null ? {} : { dueOn: due_on }),
  ...(reached_on === null ? {} : { reachedOn: reached_on }),
})

const makeRoute = endpoint({
  method: 'POST',
  path: '/api/goals',
  tag,
  summary: 'Set yourself a goal',
  body: NewGoal,
  answers: { 201: Type.Object({ id: Type.String() }) },
  access: whoMay(goalAccess.change),
  audit: audited(goalMade),
  transaction: 'write',
  handle: async ({ actor, audit, body, now }, transaction) => {
    const studentId = actor.kind === 'person' ? actor.studentId : undefined
    if (studentId === undefined) throw new AppError('access.forbidden', 403)
    await lockStudent(transaction, studentId)
    if ((await findGoals(transaction, actor, studentId)).length >= goalsAtMost)
      throw new AppError('goals.too-many', 409, { params: { most: goalsAtMost } })
    const id = newId()
    const row = { id, studentId, now, providerId: actor.providerId, by: actor.id ?? null }
    await insertGoal(transaction, { ...row, ...body, text: body.text.trim() })
    await record(transaction, audit, goalMade, { targetId: id, studentId, details: {} })
    return { status: 201, body: { id } }
  },
})

const changeRoute = endpoint({
  method: 'PUT',
  path: '/api/goals/{id}',
  tag,
  summary: 'Change a goal of yours, or mark it reached',
  params,
  body: GoalEdit,
  answers: { 204: null },
  access: whoMay(goalAccess.change),
  audit: audited(goalChanged),
  transaction: 'write',
  handle: async ({ actor, audit, body, now, params: { id }, today }, transaction) => {
    const goal = await ownGoal(transaction, actor, id)
    if (goal.version !== body.version) throw new AppError('goals.version-conflict', 409)
    const reachedOn = reachedOnOf(body.reached, goal.reached_on, today)
    await updateGoal(transaction, id, { text: body.text.trim(), dueOn: body.dueOn ?? null, reachedOn, now })
    await record(transaction, audit, goalChanged, { targetId: id, studentId: goal.student_id, details: {} })
    return { status: 204 }
  },
})

const removeRoute = endpoint({
  method: 'DELETE',
  path: '/api/goals/{id}',
  tag,
  summary: 'Remove a goal of yours',
  params,
  answers: { 204: null },
  access: whoMay(goalAccess.change),
  audit: audited(goalRemoved),
  transaction: 'write',
  handle: async ({ actor, audit, params: { id } }, transaction) => {
    const goal = await ownGoal(transaction, actor, id)
    await deleteGoal(transaction, id)
    await record(transaction, audit, goalRemoved, { targetId: id, studentId: goal.student_id, details: {} })
    return { status: 204 }
  },
})

/** Somebody else's goal is not known to exist. */
async function ownGoal(transaction: WriteTransaction, actor: Actor, id: string): Promise<GoalRow> {
  const goal = await lockGoal(transaction, actor, id)
  if (goal === undefined) throw new AppError('goals.not-found', 404)
  return goal
}
