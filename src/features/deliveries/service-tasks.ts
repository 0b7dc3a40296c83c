import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import { addDays, plainDateOf } from '../../platform/time/plain-date.ts'
import { careOf } from '../students/public.ts'
import { countedAtMost, type Task, type TaskContext, type TaskSource } from '../tasks/contract.ts'
import { deliveryAccess } from './access.ts'
import {
  type Ending,
  type EndingPeriod,
  endingPeriods,
  type OpenRemoval,
  openRemovals,
  type StoppedDelivery,
  stoppedDeliveries,
} from './queries-tasks.ts'
import { notSurveyed } from './rules-surveyed.ts'
import { earliestEnd, inOrderBy, surveyReason } from './rules-surveys.ts'

const nothing = { items: [], total: 0 }

/** Plans that did not arrive in the national service, for those who may send again. */
export const refusalTasks: TaskSource = {
  name: 'refusals',
  tasks: async ({ person, settings, transaction }, limit) => {
    // Where plans are sent by another way nothing that stands here from before can be mended here.
    if (settings.nationalSender !== 'here' || !deliveryAccess.retry.may(person, {})) return nothing
    const administers = person.roles.includes('administrator')
    const care = administers ? 'all' : careOf(person)
    if (care === 'none') return nothing
    const rows = await stoppedDeliveries(transaction, { care, person }, limit)
    const readsPlans = careOf(person) !== 'none'
    return { items: rows.map(row => refusalTask(row, readsPlans)), total: rows[0]?.total ?? 0 }
  },
}

function refusalTask({ plan_id, since, state, student_id }: StoppedDelivery, readsPlans: boolean): Task {
  return {
    ...ofPlan(plan_id, student_id),
    ...{ kind: 'refusal', date: plainDateOf(since), dateIs: 'since', params: { reason: state } },
    to: readsPlans ? `/plans/${plan_id}` : `/administration/deliveries?state=${state}`,
  }
}

/** Plans that a person with the national right is to take away there. */
export const removalTasks: TaskSource = {
  name: 'removals',
  tasks: async ({ person, transaction }, limit) => {
    if (!deliveryAccess['tell-removed'].may(person, {})) return nothing
    const rows = await openRemovals(transaction, limit)
    return { items: rows.map(removalTask), total: rows[0]?.total ?? 0 }
  },
}

function removalTask({ plan_id, since, student_id }: OpenRemoval): Task {
  return {
    ...ofPlan(plan_id, student_id),
    ...{ kind: 'refusal', date: plainDateOf(since), dateIs: 'since', params: { reason: 'removal' } },
    to: '/administration/deliveries#removals',
  }
}

/** Workplace periods that end soon, or lately, and whose instructor would miss the national survey. */
export const periodEndingTasks: TaskSource = {
  name: 'period-ending',
  tasks: async (context, limit) => {
    const { person, settings, today, transaction } = context
    const care = person.roles.includes('coordinator') ? 'all' : careOf(person)
    if (care === 'none') return nothing
    const days = { from: earliestEnd(today), until: addDays(today, settings.reminders.periodEndsDays) }
    const ending = { care, person, ...days, sends: sendsHere(context) } as const
    const rows = await surveyedPeriods(transaction, ending)
    return { items: rows.slice(0, limit).map(row => periodTask(row, person)), total: rows.length }
  },
}

/** As many as are counted; of those who get no survey none is lost. */
async function surveyedPeriods(transaction: ReadTransaction, ending: Ending): Promise<EndingPeriod[]> {
  const found: EndingPeriod[] = []
  for (let after: Ending['after']; ; ) {
    const rows = await endingPeriods(transaction, { ...ending, after }, countedAtMost)
    found.push(...rows.filter(row => isSurveyed(row)))
    after = rows.at(-1)
    if (rows.length < countedAtMost || found.length >= countedAtMost) return found.slice(0, countedAtMost)
  }
}

const isSurveyed = ({ ends_on, preparatory, right }: EndingPeriod): boolean =>
  notSurveyed({ preparatory, right: right ?? undefined }, plainDateOf(ends_on)) === undefined

const sendsHere = ({ settings }: TaskContext): boolean => settings.nationalSender === 'here'

function periodTask(row: EndingPeriod, person: Person): Task {
  const { ends_on, plan_id, pointer, student_id } = row
  const reason = surveyReason(row) ?? 'unsent'
  // What is only unsent is approved at the end of the editor; what is missing is written in its own place.
  const place = reason === 'unsent' ? 'approve' : pointer
  const writes = careOf(person) !== 'none'
  const action = writes ? (reason === 'unsent' ? { action: 'approve' } : {}) : { action: 'read' }
  return {
    ...ofPlan(plan_id, student_id),
    id: `${plan_id}${pointer}`,
    ...{ kind: 'period-ending', date: inOrderBy(plainDateOf(ends_on)), dateIs: 'by' },
    to: writes ? `/plans/${plan_id}/edit#${place}` : `/plans/${plan_id}`,
    params: { reason, ends: ends_on, ...action },
  }
}

const ofPlan = (planId: string, studentId: string | null) => ({
  id: planId,
  ...(studentId === null ? {} : { studentId }),
})
