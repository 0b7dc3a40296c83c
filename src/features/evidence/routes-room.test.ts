import { expect, test } from 'vitest'
import { testService } from '../../../test/harness/service.ts'
import { newId, uuidOf } from '../../platform/ids.ts'
import { makeStudent } from '../plans/factory.ts'
import { type Evidence, evidenceAtMost, filesAtMost, studentBytes } from './contract.ts'
import { filesSweep, fileWorkers } from './jobs.ts'

const service = await testService()
const { database, files, owner } = service
const pdf = Buffer.from('%PDF-1.7\nTodistus\n%%EOF')
const work = { kind: 'work', title: 'Kesätyö kahvilassa' }

/** A student with the next piece of evidence, at a provider of their own. */
async function someone() {
  const provider = await service.provider()
  const { studentId } = await makeStudent(database, provider)
  const client = await service.signIn(provider, ['student'], studentId)
  const at = (rest = '') => `/api/students/${studentId}/evidence${rest}`
  const told = async () => (await client('POST', at(), work)).json<Evidence>().id
  const upload = (id: string) =>
    client('POST', at(`/${id}/files?name=a.pdf`), pdf, { 'content-type': 'application/octet-stream' })
  const kept = async () => {
    let count = 0
    for await (const _ of files.list(provider)) count += 1
    return count
  }
  return { at, client, kept, provider, studentId, told, upload }
}

const sixteen = <T>(one: () => Promise<T>): Promise<T[]> => Promise.all(Array.from({ length: 16 }, one))

test('a file for no evidence leaves no bytes behind', async () => {
  const { kept, upload } = await someone()
  const answer = await upload(newId())
  expect([answer.statusCode, answer.json().code, await kept()]).toEqual([404, 'evidence.not-found', 0])
})

test('sixteen files at once are ten, and the bytes of the others are gone', async () => {
  const { kept, told, upload } = await someone()
  const id = await told()
  const answers = await sixteen(() => upload(id))
  const refused = answers.filter(one => one.statusCode !== 201).map(one => one.json().code)
  expect(refused).toEqual(Array(16 - filesAtMost).fill('evidence.files-too-many'))
  expect(await kept()).toBe(filesAtMost)
})

test('sixteen files at once do not go past the room of the student', async () => {
  const { kept, provider, studentId, told, upload } = await someone()
  const ids = [await told(), await told(), await told()]
  await owner.query(
    `insert into stored_file (provider_id, id, student_id, name, media_type, bytes, digest, stored_at)
     values ($1, gen_random_uuid(), $2, 'iso.pdf', 'application/pdf', $3, '', now())`,
    [provider, studentId, studentBytes - 5 * pdf.length],
  )
  let turn = 0
  const answers = await sixteen(() => upload(ids[turn++ % 3] ?? ''))
  const refused = answers.filter(one => one.statusCode !== 201)
  expect(refused.map(one => [one.statusCode, one.json().code])).toEqual(
    Array(11).fill([409, 'evidence.no-room']),
  )
  expect(refused[0]?.body).toContain('200 megatavua')
  expect(await kept()).toBe(5)
})

test('sixteen pieces of evidence at once do not go past the most there may be', async () => {
  const { at, client, provider, studentId } = await someone()
  await owner.query(
    `insert into evidence (provider_id, id, student_id, kind, title, created_at, changed_at)
     select $1, gen_random_uuid(), $2, 'work', 'Työ', now(), now() from generate_series(1, $3)`,
    [provider, studentId, evidenceAtMost - 4],
  )
  const answers = await sixteen(() => client('POST', at(), work))
  expect(answers.filter(one => one.statusCode === 201)).toHaveLength(4)
})

test('a provider whose files cannot be reached holds up no other', async () => {
  const [first, second] = [await someone(), await someone()]
  const orphan = newId()
  await files.put({ providerId: second.provider, id: orphan }, pdf)
  const broken = {
    ...files,
    list: (id: string) => {
      if (id === first.provider) throw new Error('The store is away')
      return files.list(uuidOf(id))
    },
  }
  const providerIds = async () => [first.provider, second.provider]
  const now = () => new Date(Date.now() + 2 * 86_400_000)
  const workers = fileWorkers({ database, files: broken, providerIds, now })
  const sweep = workers.find(({ kind }) => kind === filesSweep)
  await expect(sweep?.run({})).rejects.toThrow('1 of 2')
  expect(await second.kept()).toBe(0)
})
