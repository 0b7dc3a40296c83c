import { expect, test } from 'vitest'
import { testApp } from '../../../test/harness/app.ts'
import { testDatabase } from '../../../test/harness/database.ts'
import { assign, newPerson, newProvider } from '../../../test/harness/people.ts'

const { database, owner } = await testDatabase()

test('the demo shows its people by provider and role, each once, and nobody else', async () => {
  const [b, a] = [await newProvider(owner, 'Ö-opisto'), await newProvider(owner, 'Aopisto')]
  await newPerson(owner, { roles: ['administrator'], providerId: a.id, name: 'Anna', subject: 'anna' })
  await newPerson(owner, { roles: ['quality', 'teacher'], providerId: a.id, name: 'Ylva', subject: 'ylva' })
  const both = await newPerson(owner, { roles: ['student'], providerId: b.id, name: 'Bea', subject: 'bea' })
  await assign(owner, both.id, { roles: ['coordinator'], providerId: a.id })
  await newPerson(owner, { roles: ['guidance'], providerId: b.id, name: 'Cia', subject: 'cia' })
  await newPerson(owner, { roles: ['teacher'], providerId: a.id, issuer: 'https://login.example.fi' })

  const app = await testApp(database)
  const { items } = (await app.inject('/api/personas')).json()
  expect(items.map((item: { id: string; roles: string[] }) => [item.id, item.roles])).toEqual([
    ['ylva', ['teacher', 'quality']],
    ['bea', ['coordinator']],
    ['anna', ['administrator']],
    ['cia', ['guidance']],
  ])
  expect(items[0]).toMatchObject({
    name: 'Ylva',
    language: 'fi',
    provider: { id: a.id, names: { fi: 'Aopisto' } },
    description: {
      fi: expect.stringMatching(/täydentää.*missä on puutteita/),
      sv: expect.any(String),
      en: expect.any(String),
    },
  })
})

test('outside the demo there are no personas', async () => {
  const app = await testApp(database, { auth: { demo: false } })
  expect((await app.inject('/api/personas')).statusCode).toBe(404)
  const answer = await app.inject('/auth/sign-in?persona=anna')
  expect(answer.statusCode).toBe(503)
})
