import { setImmediate } from 'node:timers/promises'
import { csvText } from '../../platform/csv/write.ts'
import { formatInstant } from '../../platform/i18n/format.ts'
import {
  findApprovals,
  findErasures,
  findEventsAfter,
  findGuardians,
  findInvitations,
  findMeasures,
  findReveals,
  findShares,
  findSigns,
  findStudentRecord,
  findStudyRights,
} from './queries.ts'
import {
  eventOf,
  type FileKind,
  ownApproval,
  ownGuardian,
  ownInvitation,
  ownReveal,
  type RecordedEvent,
  recordWords,
} from './rules.ts'
import { contentsPage } from './service-contents.ts'
import { learningFiles } from './service-learning.ts'
import { json, planFiles, type RecordContext, type RecordFile, reading } from './service-plans.ts'
import { saidFiles } from './service-said.ts'
import type { PackedFile } from './service-zip.ts'

const eventsAtOnce = 500

/** Everything that is kept of a student, file by file; the first to read comes last, when all are known. */
export async function* recordFiles(context: RecordContext, own: boolean): AsyncGenerator<PackedFile> {
  const listed = new Map<string, FileKind>()
  for await (const { path, kind, content } of smallFiles(context, own)) {
    listed.set(shortPath(path), kind)
    yield { path, chunks: [typeof content === 'string' ? Buffer.from(content) : content] }
    await setImmediate()
  }
  yield { path: 'audit.json', chunks: auditJson(context, own) }
  yield { path: 'audit.csv', chunks: auditCsv(context, own) }
  listed.set('audit.csv', 'audit')
  const files = Array.from(listed, ([path, kind]) => ({ path, kind }))
  yield { path: 'index.html', chunks: [Buffer.from(contentsPage(files, context.now, own))] }
}

/** Versions are many: the contents name them once. */
const shortPath = (path: string): string => path.replace(/\/\d+(-national)?\.json$/, '/*$1.json')

async function* smallFiles(context: RecordContext, own: boolean): AsyncGenerator<RecordFile> {
  const { studentId } = context
  const [student, guardians, rights] = await reading(context, async transaction => [
    await findStudentRecord(transaction, studentId),
    await findGuardians(transaction, studentId),
    await findStudyRights(transaction, studentId),
  ])
  yield { path: 'student.json', kind: 'student', content: json(student) }
  if (guardians.length > 0)
    yield {
      path: 'guardians.json',
      kind: 'guardians',
      content: json(own ? guardians.map(ownGuardian) : guardians),
    }
  if (rights.length > 0) yield { path: 'study-rights.json', kind: 'studyRights', content: json(rights) }
  yield* planFiles(context)
  const approvals = await reading(context, transaction => findApprovals(transaction, studentId))
  if (approvals.length > 0)
    yield {
      path: 'approvals.json',
      kind: 'approvals',
      content: json(own ? approvals.map(ownApproval) : approvals),
    }
  yield* linkFiles(context, own)
  yield* signFiles(context)
  yield* learningFiles(context)
  yield* saidFiles(context, own)
  yield* protectionFiles(context, own)
}

async function* linkFiles(context: RecordContext, own: boolean): AsyncGenerator<RecordFile> {
  const { studentId } = context
  const [invitations, shares] = await reading(context, async transaction => [
    await findInvitations(transaction, studentId),
    await findShares(transaction, studentId),
  ])
  if (invitations.length > 0)
    yield {
      path: 'invitations.json',
      kind: 'invitations',
      content: json(own ? invitations.map(ownInvitation) : invitations),
    }
  if (shares.length > 0) yield { path: 'shares.json', kind: 'shares', content: json(shares) }
}

async function* signFiles(context: RecordContext): AsyncGenerator<RecordFile> {
  const { studentId } = context
  const [signs, measures] = await reading(context, async transaction => [
    await findSigns(transaction, studentId),
    await findMeasures(transaction, studentId),
  ])
  if (signs.length > 0) yield { path: 'signs.json', kind: 'signs', content: json(signs) }
  if (measures.length > 0) yield { path: 'measures.json', kind: 'measures', content: json(measures) }
}

async function* protectionFiles(context: RecordContext, own: boolean): AsyncGenerator<RecordFile> {
  const { studentId } = context
  const [reveals, erasures] = await reading(context, async transaction => [
    await findReveals(transaction, studentId),
    await findErasures(transaction, studentId),
  ])
  if (reveals.length > 0)
    yield {
      path: 'protection-reveals.json',
      kind: 'reveals',
      content: json(own ? reveals.map(ownReveal) : reveals),
    }
  if (erasures.length > 0) yield { path: 'erasures.json', kind: 'erasures', content: json(erasures) }
}

async function* eventPages(context: RecordContext): AsyncGenerator<readonly RecordedEvent[]> {
  for (let after: string | undefined, more = true; more; ) {
    const rows = await reading(context, transaction =>
      findEventsAfter(transaction, context.studentId, after, eventsAtOnce),
    )
    if (rows.length > 0) yield rows
    after = rows.at(-1)?.id
    more = rows.length === eventsAtOnce
  }
}

async function* auditJson(context: RecordContext, own: boolean): AsyncGenerator<Uint8Array> {
  let before = '['
  for await (const page of eventPages(context)) {
    const items = page.map(event => JSON.stringify(eventOf(event, own)))
    yield Buffer.from(`${before}\n${items.join(',\n')}`)
    before = ','
  }
  yield Buffer.from(before === '[' ? '[]\n' : '\n]\n')
}

async function* auditCsv(context: RecordContext, own: boolean): AsyncGenerator<Uint8Array> {
  const { language } = context.reader
  const words = recordWords(language)
  const columns = ['at', 'action', 'who', 'roles', 'source'] as const
  yield Buffer.from(csvText([columns.map(column => words(`csv.${column}`))]))
  for await (const page of eventPages(context)) {
    const rows = page.map(event => {
      const { at, action, who } = eventOf(event, own)
      const name = who.self === true ? words('self') : (who.name ?? '')
      return [formatInstant(at, language), action, name, who.roles.join(', '), who.source ?? '']
    })
    // The mark of the encoding stands at the head of the file only.
    yield Buffer.from(csvText(rows).slice(1))
  }
}
