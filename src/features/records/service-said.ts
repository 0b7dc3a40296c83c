import { findCommentsSaid, findGoalsSaid, findHelpSaid, findProposalsSaid } from './queries-said.ts'
import { othersHelp, ownAnswered, ownComment } from './rules-said.ts'
import { json, type RecordContext, type RecordFile, reading } from './service-plans.ts'

/** What the student has proposed, wanted and asked for, and what was said of the path. */
export async function* saidFiles(context: RecordContext, own: boolean): AsyncGenerator<RecordFile> {
  const { studentId } = context
  const [proposals, goals, help, comments] = await reading(context, async transaction => [
    await findProposalsSaid(transaction, studentId),
    await findGoalsSaid(transaction, studentId),
    await findHelpSaid(transaction, studentId),
    await findCommentsSaid(transaction, studentId),
  ])
  const files = [
    ['proposals', own ? proposals.map(ownAnswered) : proposals],
    ['goals', goals],
    ['help-requests', own ? help.map(ownAnswered) : help.map(othersHelp)],
    ['comments', own ? comments.map(ownComment) : comments],
  ] as const
  for (const [kind, rows] of files)
    if (rows.length > 0) yield { path: `${kind}.json`, kind, content: json(rows) }
}
