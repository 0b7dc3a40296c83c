import { guardiansOf } from '../guardians/public.ts'
import { isMasked } from '../plans/public.ts'
import { commentAccess } from './access.ts'
import { type Comment, type CommentList, type ReaderRole, readerRoles } from './contract.ts'
import { type CommentRow, findNames, findPeopleAround } from './queries.ts'
import { isNewTo, roleOfKey } from './rules.ts'
import { accessRow, commentsFor, personOf, type Reading, readerChoices } from './service.ts'

/** What a page shows: the comments, each with its readers by role and by name, and whom one may name oneself. */
export async function commentListOf(
  reading: Reading,
  asked: { readonly studentId: string; readonly after?: string | undefined },
): Promise<CommentList> {
  const { studentId } = asked
  const { audit, today, transaction } = reading
  const person = personOf(audit)
  const { guarded, keys, next, rows } = await commentsFor(reading, asked)
  const masked = await isMasked(transaction, person, today, studentId)
  const mayWrite = commentAccess.write.may(person, { studentId, readerId: null, authorId: null })
  if (masked) return { items: [], readers: [], mayWrite: false, masked }
  const nameOf = await namesOf(reading, studentId, rows, person.studentId !== studentId && !guarded)
  return {
    items: rows.map(row =>
      shown(row, nameOf, {
        mayRemove: commentAccess.remove.may(person, accessRow(row, person, keys)),
        isNew: isNewTo(row, person.id, today),
      }),
    ),
    ...(next === undefined ? {} : { next }),
    readers: mayWrite ? await readerChoices(reading, studentId) : [],
    mayWrite,
    masked,
  }
}

type NameOf = (key: string) => string | undefined

const idOf = (key: string): string => key.slice(key.indexOf(':') + 1)

async function namesOf(
  { audit, transaction }: Reading,
  studentId: string,
  rows: readonly CommentRow[],
  namesGuardians: boolean,
): Promise<NameOf> {
  const keys = [...new Set(rows.flatMap(row => row.readers))]
  const people = keys.filter(key => roleOfKey(key) === 'teacher' || roleOfKey(key) === 'guidance')
  const names = new Map(await findNames(transaction, people.map(idOf)))
  const around = await findPeopleAround(transaction, audit.actor.providerId, studentId)
  if (around?.student_name) names.set(studentId, around.student_name)
  if (namesGuardians && keys.some(key => roleOfKey(key) === 'guardian')) {
    for (const { id, name } of await guardiansOf(transaction, [studentId])) if (name) names.set(id, name)
  }
  return key => names.get(idOf(key))
}

interface ToReader {
  readonly mayRemove: boolean
  readonly isNew: boolean
}

function shown(row: CommentRow, nameOf: NameOf, { isNew, mayRemove }: ToReader): Comment {
  const { about, author_name: name, author_role: role, id, readers, text } = row
  const named = (wanted: ReaderRole) =>
    readers.flatMap(key => (roleOfKey(key) === wanted ? (nameOf(key) ?? []) : []))
  return {
    ...{ id, about, text },
    author: { role, ...(name === null ? {} : { name }) },
    readers: readerRoles
      .filter(one => readers.some(key => roleOfKey(key) === one))
      .map(one => ({ role: one, names: named(one) })),
    writtenAt: row.written_at.toISOString(),
    isNew,
    permittedActions: mayRemove ? ['remove'] : [],
  }
}
