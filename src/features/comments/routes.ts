import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import { audited, notAudited, record } from '../../platform/audit/audit.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { commentAccess } from './access.ts'
import { commentRemoved, commentsListed, commentWritten } from './audit.ts'
import { CommentList, CommentQuery, NewComment, OpenedComments } from './contract.ts'
import { demandComing, takeAway, writeComment } from './service.ts'
import { openComments } from './service-opened.ts'
import { commentListOf } from './service-view.ts'

const tag = 'comments'

export function commentRoutes(): Endpoint[] {
  return [listRoute, writeRoute, openRoute, removeRoute]
}

const listRoute = endpoint({
  method: 'GET',
  path: '/api/students/{studentId}/comments',
  tag,
  summary: 'Comments on a student’s path of which you are a named reader, or the author, the newest first',
  params: Type.Object({ studentId: Type.String({ format: 'uuid' }) }),
  query: CommentQuery,
  answers: { 200: CommentList },
  access: whoMay(commentAccess.read),
  audit: audited(commentsListed),
  transaction: 'read',
  handle: async ({ audit, params: { studentId }, query, today }, transaction) => {
    const reading = { transaction, audit, today }
    await demandComing(reading, studentId)
    const body = await commentListOf(reading, { ...query, studentId })
    const details = { comments: body.items.length }
    if (details.comments > 0) await record(transaction, audit, commentsListed, { studentId, details })
    return { body }
  },
})

const writeRoute = endpoint({
  method: 'POST',
  path: '/api/comments',
  tag,
  summary: 'Comment on a part of a path, to the readers that you were shown',
  body: NewComment,
  answers: { 201: Type.Object({ id: Type.String() }) },
  access: whoMay(commentAccess.write),
  audit: audited(commentWritten),
  transaction: 'write',
  handle: async ({ audit, body, today }, transaction) => ({
    status: 201,
    body: await writeComment({ transaction, audit, today }, body),
  }),
})

const openRoute = endpoint({
  method: 'POST',
  path: '/api/students/{studentId}/comments/opened',
  tag,
  summary: 'Tell which comments you have had before you: they wait on your own list no more',
  params: Type.Object({ studentId: Type.String({ format: 'uuid' }) }),
  body: OpenedComments,
  answers: { 204: null },
  access: whoMay(commentAccess.read),
  audit: notAudited('What was shown is audited when it is listed; this takes it off the reader’s own list'),
  transaction: 'write',
  handle: async ({ audit, body: { ids }, params: { studentId }, today }, transaction) => {
    await openComments({ transaction, audit, today }, studentId, ids)
    return { status: 204 }
  },
})

const removeRoute = endpoint({
  method: 'DELETE',
  path: '/api/comments/{id}',
  tag,
  summary: 'Remove a comment that you have written',
  params: Type.Object({ id: Type.String({ format: 'uuid' }) }),
  answers: { 204: null },
  access: whoMay(commentAccess.remove),
  audit: audited(commentRemoved),
  transaction: 'write',
  handle: async ({ audit, params: { id }, today }, transaction) => {
    await takeAway({ transaction, audit, today }, id)
    return { status: 204 }
  },
})
