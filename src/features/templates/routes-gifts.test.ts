import { beforeEach, describe, expect, test } from 'vitest'
import { auditOf } from '../../../test/harness/people.ts'
import { type Client, testService } from '../../../test/harness/service.ts'
import type { Uuid } from '../../platform/ids.ts'

const service = await testService()

let giver: Uuid
let receiver: Uuid
let other: Uuid
let teacher: Client
let taker: Client
let stranger: Client
let template: string

const body = {
  units: [{ kind: 'local', id: 'a', name: 'Paja', points: 5, periods: [], demonstrations: [] }],
  breaks: [],
}

beforeEach(async () => {
  giver = await service.provider({ fi: 'Antavala' })
  receiver = await service.provider({ fi: 'Ottavala' })
  other = await service.provider({ fi: 'Sivustala' })
  teacher = await service.signIn(giver, ['teacher'])
  taker = await service.signIn(receiver, ['guidance'])
  stranger = await service.signIn(other, ['administrator'])
  template = await insertTemplate(1)
})

async function insertTemplate(version: number): Promise<string> {
  const { rows } = await service.owner.query(
    `insert into path_template (provider_id, id, name, diary_number, version, created_at, changed_at)
     values ($1, gen_random_uuid(), 'Pajapolku', 'OPH-1-2020', $2, now(), now()) returning id`,
    [giver, version],
  )
  await service.owner.query(
    `insert into path_template_version (provider_id, template_id, version, body, saved_at)
     values ($1, $2, $3, $4, now())`,
    [giver, rows[0].id, version, JSON.stringify(body)],
  )
  return rows[0].id
}

const give = async (receiverId?: string): Promise<string> => {
  const sent = receiverId === undefined ? {} : { receiverId }
  return (await teacher('POST', `/api/templates/${template}/gifts`, sent)).json().id
}
// What other tests have given to all is there too.
const giftsOf = async (client: Client) => {
  const { items } = (await client('GET', '/api/templates/gifts')).json()
  return items.filter((one: { templateId: string }) => one.templateId === template)
}
const take = (client: Client, gift: string) => client('POST', `/api/templates/gifts/${gift}/copy`)

describe('a gift', () => {
  test('to one is seen and taken by that one only, and the copy remembers whose it was', async () => {
    const gift = await give(receiver)
    expect(await giftsOf(taker)).toMatchObject([{ id: gift, giver: 'Antavala', version: 1 }])
    expect(await giftsOf(stranger)).toEqual([])
    expect(await giftsOf(teacher)).toEqual([])
    expect((await take(stranger, gift)).statusCode).toBe(404)
    expect((await take(teacher, gift)).statusCode).toBe(404)
    const { id } = (await take(taker, gift)).json()
    const page = (await taker('GET', `/api/templates/${id}`)).json()
    expect(page.body).toEqual(body)
    expect(page.template.origin).toMatchObject({
      ...{ providerId: giver, providerName: 'Antavala', templateId: template, version: 1 },
    })
    expect((await stranger('GET', `/api/templates/${id}`)).statusCode).toBe(404)
    expect(await auditOf(service.owner, receiver, 'templates.take')).toMatchObject([{ target_id: id }])
    expect(await auditOf(service.owner, giver, 'templates.give')).toMatchObject([
      { target_id: template, details: { receiver, version: 1 } },
    ])
  })

  test('to all is taken by any other provider', async () => {
    const gift = await give()
    expect((await take(stranger, gift)).statusCode).toBe(201)
    expect((await take(taker, gift)).statusCode).toBe(201)
  })

  test('that was withdrawn is neither seen nor taken; only its giver withdraws', async () => {
    const gift = await give(receiver)
    const withdraw = (client: Client) => client('POST', `/api/templates/gifts/${gift}/withdraw`)
    expect((await withdraw(taker)).statusCode).toBe(404)
    expect((await withdraw(teacher)).statusCode).toBe(204)
    expect((await withdraw(teacher)).statusCode).toBe(404)
    expect(await giftsOf(taker)).toEqual([])
    expect((await take(taker, gift)).statusCode).toBe(404)
    const given = (await teacher('GET', `/api/templates/${template}/gifts`)).json()
    expect(given.items).toMatchObject([{ id: gift, receiver: 'Ottavala', withdrawn: true }])
  })

  test('of a newer version is told on the copy and changes nothing there', async () => {
    const { id } = (await take(taker, await give(receiver))).json()
    const next = { ...body, breaks: [{ week: 8, weeks: 1 }] }
    const saved = await teacher(
      'PUT',
      `/api/templates/${template}`,
      { name: 'Pajapolku', body: next },
      { 'if-match': '"v1"' },
    )
    expect(saved.json().version).toBe(2)
    const gift = await give(receiver)
    const page = (await taker('GET', `/api/templates/${id}`)).json()
    expect(page.template.newer).toEqual({ giftId: gift, version: 2 })
    expect(page.body).toEqual(body)
    const [item, ...more] = await giftsOf(taker)
    expect([item.version, item.copy, more]).toEqual([2, { templateId: id, version: 1 }, []])
  })

  test('goes to another provider that there is, of a template of our own', async () => {
    const to = (receiverId: string, id = template) =>
      teacher('POST', `/api/templates/${id}/gifts`, { receiverId })
    expect((await to(giver)).json().code).toBe('templates.receiver-unknown')
    expect((await to(template)).json().code).toBe('templates.receiver-unknown')
    expect((await to(receiver, receiver)).statusCode).toBe(404)
    expect((await stranger('GET', `/api/templates/${template}/gifts`)).statusCode).toBe(404)
  })
})
