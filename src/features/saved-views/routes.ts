import { Type } from 'typebox'
import { whoMay } from '../../platform/access/access.ts'
import type { Actor } from '../../platform/access/actor.ts'
import { notAudited } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { newId } from '../../platform/ids.ts'
import { savedViewAccess } from './access.ts'
import { NewView, SavedView, SavedViewList } from './contract.ts'
import { deleteView, insertView, listViews, updateView } from './queries.ts'
import { tidyName, viewsAtMost } from './rules.ts'

const params = Type.Object({ id: Type.String({ format: 'uuid' }) })
const tag = 'saved-views'
const audit = notAudited("A person's own filters of a list are nobody's data")

export function savedViewRoutes(): Endpoint[] {
  return [listRoute, createRoute, changeRoute, deleteRoute]
}

const listRoute = endpoint({
  method: 'GET',
  path: '/api/saved-views',
  tag,
  summary: 'The views of the list of students that one has saved for oneself',
  answers: { 200: SavedViewList },
  access: whoMay(savedViewAccess.list),
  audit,
  transaction: 'read',
  handle: async ({ actor }, transaction) => ({ body: { items: await listViews(transaction, actor) } }),
})

const createRoute = endpoint({
  method: 'POST',
  path: '/api/saved-views',
  tag,
  summary: 'Save a view under a name of one’s own',
  body: NewView,
  answers: { 201: SavedView },
  access: whoMay(savedViewAccess.save),
  audit,
  transaction: 'write',
  handle: async ({ body, actor, now }, transaction) => {
    const view = { id: newId(), ...body, name: tidyName(body.name) }
    await demandRoom(transaction, actor, view.name)
    const owner = { providerId: actor.providerId, personId: actor.id ?? '', now }
    if (!(await insertView(transaction, { ...view, ...owner }))) throw nameTaken()
    return { status: 201, body: view }
  },
})

const changeRoute = endpoint({
  method: 'PUT',
  path: '/api/saved-views/{id}',
  tag,
  summary: 'Rename a view, or give it other filters',
  params,
  body: NewView,
  answers: { 200: SavedView },
  access: whoMay(savedViewAccess.save),
  audit,
  transaction: 'write',
  handle: async ({ params: { id }, body, actor }, transaction) => {
    const view = { ...body, name: tidyName(body.name) }
    const others = (await listViews(transaction, actor)).filter(one => one.id !== id)
    if (others.some(one => one.name === view.name)) throw nameTaken()
    if (!(await updateView(transaction, actor, id, view))) throw new AppError('saved-views.not-found', 404)
    return { body: { id, ...view } }
  },
})

const deleteRoute = endpoint({
  method: 'DELETE',
  path: '/api/saved-views/{id}',
  tag,
  summary: 'Delete a view; the students on it stay as they are',
  params,
  answers: { 204: null },
  access: whoMay(savedViewAccess.save),
  audit,
  transaction: 'write',
  handle: async ({ params: { id }, actor }, transaction) => {
    if (!(await deleteView(transaction, actor, id))) throw new AppError('saved-views.not-found', 404)
    return { status: 204 }
  },
})

async function demandRoom(transaction: WriteTransaction, actor: Actor, name: string): Promise<void> {
  const views = await listViews(transaction, actor)
  if (views.some(view => view.name === name)) throw nameTaken()
  if (views.length >= viewsAtMost)
    throw new AppError('saved-views.too-many', 409, { params: { most: viewsAtMost } })
}

const nameTaken = () => new AppError('saved-views.name-taken', 409, { pointer: '/name' })
