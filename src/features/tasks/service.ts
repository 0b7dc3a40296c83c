import type { Person } from '../../platform/access/actor.ts'
import type { ReadTransaction } from '../../platform/db/door.ts'
import type { TextOf } from '../../platform/http/problem.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import { settingsOf } from '../settings/public.ts'
import { careOf, hasOwnStudents } from '../students/public.ts'
import { displayName } from '../students/rules.ts'
import { protectedRow } from '../students/rules-protection.ts'
import type { Task, TaskContext, TaskKind, TaskList, TaskSource, TaskView } from './contract.ts'
import { type NamedStudent, namedStudents } from './queries.ts'
import { type Found, inOrder, totalsOf } from './rules.ts'

const shownAtMost = 100

export interface ListReader {
  readonly person: Person
  readonly today: PlainDate
  readonly language: Language
}

/** What waits for a person, as every source tells it just now. */
export async function gatherTasks(
  transaction: ReadTransaction,
  reader: ListReader,
  sources: readonly TaskSource[],
): Promise<readonly Found[]> {
  const context: TaskContext = { ...reader, transaction, settings: await settingsOf(transaction) }
  return Promise.all(sources.map(source => source.tasks(context, shownAtMost)))
}

export interface ListedTasks {
  readonly list: TaskList
  /** Whose names or matters were shown, each once. */
  readonly studentIds: readonly string[]
}

/** A person's own list for its page: merged, the most urgent first, with the names that this reader may see. */
export async function ownTasks(
  transaction: ReadTransaction,
  reader: ListReader,
  { kind, sources, text }: { sources: readonly TaskSource[]; text: TextOf; kind: TaskKind | undefined },
): Promise<ListedTasks> {
  const { language, person, today } = reader
  const found = await gatherTasks(transaction, reader, sources)
  const wanted = found.flatMap(({ items }) => items).filter(task => kind === undefined || task.kind === kind)
  const items = inOrder(wanted, today).slice(0, shownAtMost)
  const studentIds = [...new Set(items.flatMap(({ studentId }) => studentId ?? []))]
  const [named, owns] = await Promise.all([
    namedStudents(transaction, person, today, studentIds),
    careOf(person) !== 'own' || hasOwnStudents(transaction, person),
  ])
  const students = new Map(named.map(student => [student.id, student]))
  const say = (key: string, params: Task['params']) => text(language, `tasks.kinds.${key}`, params ?? {})
  const totals = [...totalsOf(found)].map(([of, count]) => ({ kind: of, name: say(`${of}.name`, {}), count }))
  const list: TaskList = {
    items: items.map(task => taskView(task, say, reader, students)),
    totals,
    today,
    noStudents: !owns,
  }
  return { list, studentIds }
}

function taskView(
  { date, dateIs, id, kind, params, studentId, to }: Task,
  say: (key: string, params: Task['params']) => string,
  { person }: ListReader,
  students: ReadonlyMap<string, NamedStudent>,
): TaskView {
  const row = studentId === undefined ? undefined : students.get(studentId)
  // A student whose name is not known here is told by the number, which a turvakielto leaves open elsewhere too.
  const name = row && (displayName(protectedRow(row)) ?? (row.masked ? undefined : row.student_oid))
  // Students know who they are.
  const told = studentId !== undefined && studentId !== person.studentId
  const student = told ? { student: { id: studentId, ...(name === undefined ? {} : { name }) } } : {}
  const about = say(`${kind}.${params?.reason ?? 'text'}`, params)
  return {
    kind,
    id,
    ...student,
    date,
    dateIs,
    to,
    text: about,
    action: say(`${kind}.${params?.action ?? 'action'}`, params),
  }
}
