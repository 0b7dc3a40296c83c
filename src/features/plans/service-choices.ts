import type { ReadTransaction } from '../../platform/db/door.ts'
import type { WorkplaceChoices, WorkplaceKnown } from './contract-choices.ts'
import { type AtWorkplace, instructorsAt, tasksAt, workplacesByName } from './queries-choices.ts'

const shownWorkplaces = 20
const shownInstructors = 20
const shownTasks = 12
/** Duties are those of a few periods: what was done there years ago helps nobody. */
const periodsWithTasks = 3

/** What is typed may hold anything; a database's text holds no control characters that mean something. */
const plain = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\p{Cc}/gu, '')
    .trim()

/** Workplaces that the provider's plans know, by the beginning of the name. Says nothing of whose they were. */
export async function workplaceChoices(
  transaction: ReadTransaction,
  typed: string,
): Promise<WorkplaceChoices> {
  const beginning = plain(typed)
  if (beginning === '') return { items: [], more: false }
  const found = await workplacesByName(transaction, beginning, shownWorkplaces + 1)
  const items = found.slice(0, shownWorkplaces).map(({ business_id, name }) => ({
    name,
    ...(business_id === null ? {} : { businessId: business_id }),
  }))
  return { items, more: found.length > shownWorkplaces }
}

/** Who has guided at a workplace and what has been done there. */
export async function workplaceKnown(
  transaction: ReadTransaction,
  given: AtWorkplace,
): Promise<WorkplaceKnown> {
  const workplace = {
    name: plain(given.name),
    businessId: given.businessId === undefined ? undefined : plain(given.businessId),
  }
  const [found, tasks] = [
    await instructorsAt(transaction, workplace, shownInstructors),
    await tasksAt(transaction, workplace, periodsWithTasks),
  ]
  const instructors = found.map(({ email, name, phone }) => ({
    name,
    ...(email === null ? {} : { email }),
    ...(phone === null ? {} : { phone }),
  }))
  const distinct = [...new Set(tasks.flat().filter(task => typeof task === 'string' && task !== ''))]
  return { instructors, tasks: distinct.slice(0, shownTasks) }
}
