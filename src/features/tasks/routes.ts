import { whoMay } from '../../platform/access/access.ts'
import type { Actor, Person } from '../../platform/access/actor.ts'
import { audited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import { taskAccess } from './access.ts'
import { tasksListed } from './audit.ts'
import { TaskList, TaskQuery, type TaskSource } from './contract.ts'
import { ownTasks } from './service.ts'

export interface TaskDependencies {
  readonly sources: readonly TaskSource[]
  readonly text: TextOf
}

export function taskRoutes(dependencies: TaskDependencies): Endpoint[] {
  return [listRoute(dependencies)]
}

function listRoute({ sources, text }: TaskDependencies): Endpoint {
  return endpoint({
    method: 'GET',
    path: '/api/tasks',
    tag: 'tasks',
    summary: 'What waits for whoever asks, the most urgent first, and how much of each kind there is',
    query: TaskQuery,
    answers: { 200: TaskList },
    access: whoMay(taskAccess.list),
    audit: audited(tasksListed),
    transaction: 'read',
    handle: async ({ actor, audit, language, query: { kind }, today }, transaction) => {
      const reader = { person: personOf(actor), today, language }
      const { list, studentIds } = await ownTasks(transaction, reader, { sources, text, kind })
      const details = { rows: list.items.length }
      const events = studentIds.map(studentId => ({ studentId, details }))
      await record(transaction, audit, tasksListed, events.length === 0 ? [{ details }] : events)
      return { body: list }
    },
  })
}

/** @throws AppError access.forbidden */
export function personOf(actor: Actor): Person {
  if (actor.kind !== 'person') throw new AppError('access.forbidden', 403)
  return actor
}
