import { expect, test } from 'vitest'
import { testService } from '../../../test/harness/service.ts'
import { viewsAtMost } from './rules.ts'

const service = await testService()
const query = { rightState: 'lasna', planState: 'none', sort: '-group' }

test('a view is saved, listed, renamed and deleted by its person, and unknown to others', async () => {
  const provider = await service.provider()
  const [mine, colleague] = [
    await service.signIn(provider, ['teacher']),
    await service.signIn(provider, ['teacher']),
  ]
  const created = await mine('POST', '/api/saved-views', { name: '  Ilman  suunnitelmaa ', query })
  expect([created.statusCode, created.json().name]).toEqual([201, 'Ilman suunnitelmaa'])
  const { id } = created.json()
  expect((await mine('GET', '/api/saved-views')).json().items).toEqual([
    { id, name: 'Ilman suunnitelmaa', query },
  ])
  expect((await colleague('GET', '/api/saved-views')).json().items).toEqual([])
  const changed = { name: 'Toinen', query: { mine: true } }
  expect((await colleague('PUT', `/api/saved-views/${id}`, changed)).statusCode).toBe(404)
  expect((await colleague('DELETE', `/api/saved-views/${id}`)).statusCode).toBe(404)
  expect((await mine('PUT', `/api/saved-views/${id}`, changed)).json()).toEqual({ id, ...changed })
  expect((await mine('DELETE', `/api/saved-views/${id}`)).statusCode).toBe(204)
  expect((await mine('GET', '/api/saved-views')).json().items).toEqual([])
})

test('a name is taken once for each person', async () => {
  const provider = await service.provider()
  const [mine, colleague] = [
    await service.signIn(provider, ['quality']),
    await service.signIn(provider, ['teacher']),
  ]
  const save = (client: typeof mine, name: string) => client('POST', '/api/saved-views', { name, query: {} })
  await save(mine, 'A')
  const second = (await save(mine, 'B')).json()
  const again = await save(mine, ' A')
  expect([again.statusCode, again.json().code]).toEqual([409, 'saved-views.name-taken'])
  const renamed = await mine('PUT', `/api/saved-views/${second.id}`, { name: 'A', query: {} })
  expect([renamed.statusCode, renamed.json().code]).toEqual([409, 'saved-views.name-taken'])
  expect((await save(colleague, 'A')).statusCode).toBe(201)
})

test('what was typed is not kept, and there is an end to views', async () => {
  const mine = await service.signIn(await service.provider(), ['teacher'])
  const typed = await mine('POST', '/api/saved-views', { name: 'Nimi', query: { text: 'virtanen' } })
  expect([typed.statusCode, typed.json().pointer]).toEqual([400, '/query/text'])
  for (let made = 0; made < viewsAtMost; made += 1) {
    await mine('POST', '/api/saved-views', { name: `Näkymä ${made}`, query: {} })
  }
  const more = await mine('POST', '/api/saved-views', { name: 'Vielä', query: {} })
  expect([more.statusCode, more.json().code]).toEqual([409, 'saved-views.too-many'])
})
