import { beforeAll, describe, expect, test } from 'vitest'
import { type Client, testService } from '../../../test/harness/service.ts'
import { makeWorld } from '../../../test/world.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { inventedOids } from '../plans/factory.ts'
import type { StudentList } from './contract.ts'
import { saveStudent } from './public.ts'
import { saveKeys } from './queries-keys.ts'
import { keysOf } from './rules-keys.ts'

const service = await testService()
let provider: Uuid
let teacher: Client
let made = 5_000

interface Made {
  readonly id: string
  readonly studentOid: string
}

async function student(
  familyName: string,
  givenNames: string,
  more: { group?: string; at?: Uuid } = {},
): Promise<Made> {
  made += 1
  const { studentOid } = inventedOids(made)
  const at = more.at ?? provider
  const audit = { actor: { kind: 'system' as const, source: 'test', providerId: at }, now: new Date() }
  const told = { studentOid, givenNames, familyName, ...(more.group ? { group: more.group } : {}) }
  const { id } = await write(service.database, at, transaction =>
    saveStudent(transaction, audit, told, 'test'),
  )
  return { id, studentOid }
}

async function protect({ id, studentOid }: Made): Promise<void> {
  await service.owner.query(`update student set protected = true, sort_name = '' where id = $1`, [id])
  await write(service.database, provider, transaction =>
    saveKeys(transaction, [{ studentId: id, keys: keysOf({ studentOid, protected: true }) }]),
  )
}

async function page(query: Record<string, string>, client = teacher): Promise<StudentList> {
  const answer = await client('GET', `/api/students?${new URLSearchParams(query)}`)
  expect(answer.statusCode).toBe(200)
  return answer.json()
}

const found = async (query: Record<string, string>, client = teacher) =>
  (await page(query, client)).items.map(({ name, studentOid }) => name ?? studentOid)

/** Everyone on the list, page by page. */
async function all(query: Record<string, string>, limit: number): Promise<string[]> {
  const seen: string[] = []
  for (let after: string | undefined; ; ) {
    const { items, next } = await page({ ...query, limit: String(limit), ...(after ? { after } : {}) })
    seen.push(...items.map(item => item.id))
    if (next === undefined) return seen
    after = next
  }
}

beforeAll(async () => {
  provider = await service.provider()
  teacher = await service.signIn(provider, ['teacher'])
})

describe('search', () => {
  let hidden: Made
  let matti: Made
  beforeAll(async () => {
    matti = await student('Mäki-Virtanen', 'Matti Johannes', { group: 'R2' })
    await student('von Essen', 'Åke', { group: 'R1' })
    await student('Virta', 'Virpi')
    hidden = await student('Virtanen', 'Piilo', { group: 'R2' })
    await protect(hidden)
    await student('Virtanen', 'Muualla', { at: await service.provider() })
    const erased = await student('Virtanen', 'Poistettu')
    const administrator = await service.signIn(provider, ['administrator'])
    await administrator('POST', `/api/students/${erased.id}/erase`, { reason: 'Pyyntö' })
  })

  test.each([
    ['vir', ['Virpi Virta', 'Matti Mäki-Virtanen']],
    ['maki', ['Matti Mäki-Virtanen']],
    ['MÄK', ['Matti Mäki-Virtanen']],
    ['matti mäki', ['Matti Mäki-Virtanen']],
    ['mäki mat', ['Matti Mäki-Virtanen']],
    ['virtanen joh', ['Matti Mäki-Virtanen']],
    ['mäki-virtanen', ['Matti Mäki-Virtanen']],
    ['essen', ['Åke von Essen']],
    ['ake', ['Åke von Essen']],
    ['von ess å', ['Åke von Essen']],
    ['rtanen', []],
    ['piilo', []],
    ['poistettu', []],
    ['%', []],
    ['_', []],
    ['😀', []],
    ["'; drop table student", []],
  ])('%s', async (text, names) => expect(await found({ text })).toEqual(names))

  test('the learner number, its last part, and beginnings of them', async () => {
    const last = matti.studentOid.slice('1.2.246.562.24.'.length)
    for (const text of [matti.studentOid, last, last.slice(0, -1)])
      expect(await found({ text })).toContain('Matti Mäki-Virtanen')
  })

  test('turvakielto: by a whole number only, and without name and group', async () => {
    const last = hidden.studentOid.slice('1.2.246.562.24.'.length)
    expect(await found({ text: last.slice(0, -1) })).not.toContain(hidden.studentOid)
    for (const text of [hidden.studentOid, last]) {
      expect((await page({ text })).items).toEqual([
        { id: hidden.id, studentOid: hidden.studentOid, protection: 'masked', studyRights: [] },
      ])
    }
    // The list of a group would tell the group.
    const { items } = await page({ group: 'R2' })
    expect(items.map(item => [item.name, item.group])).toEqual([['Matti Mäki-Virtanen', 'R2']])
  })

  test('the family name first, then the called name, then other parts; page by page', async () => {
    const at = await service.provider()
    const client = await service.signIn(at, ['teacher'])
    const people = [
      ['Yli-Keksi', 'Aino'],
      ['Keksinen', 'Eetu'],
      ['Aalto', 'Keksiina'],
      ['Keksijä', 'Outi'],
      ['Yli-Aho', 'Oskari Matti'],
      ['Yli-Keksi', 'Matti'],
    ] as const
    for (const [family, given] of people) await student(family, given, { at, group: 'K' })
    const kek = ['Outi Keksijä', 'Eetu Keksinen', 'Keksiina Aalto', 'Aino Yli-Keksi', 'Matti Yli-Keksi']
    expect(await found({ text: 'kek' }, client)).toEqual(kek)
    expect(await found({ text: 'matti yli' }, client)).toEqual(['Matti Yli-Keksi', 'Oskari Yli-Aho'])
    // A group's students are read another way, in the same order.
    expect(await found({ text: 'kek', group: 'K' }, client)).toEqual(kek)
    const paged: string[] = []
    for (let after: string | undefined; ; ) {
      const { items, next } = await page({ text: 'kek', limit: '2', ...(after ? { after } : {}) }, client)
      paged.push(...items.map(item => item.name ?? ''))
      if (next === undefined) break
      after = next
    }
    expect(paged).toEqual(kek)
  })

  test('within a group', async () => {
    expect(await found({ text: 'vir', group: 'R2' })).toEqual(['Matti Mäki-Virtanen'])
    expect(await found({ text: 'vir', group: 'R1' })).toEqual([])
  })

  test('a student finds nobody but themselves', async () => {
    const self = await service.signIn(provider, ['student'], matti.id)
    expect(await found({}, self)).toEqual(['Matti Mäki-Virtanen'])
    expect(await found({ text: 'essen' }, self)).toEqual([])
    expect((await self('GET', '/api/students/filters')).statusCode).toBe(403)
  })

  test('one page is audited for each student on it, and the text is not', async () => {
    await found({ text: 'essen' })
    const { rows } = await service.owner.query<{ details: unknown }>(
      `select details from audit_event where provider_id = $1 and action = 'students.list' order by id desc limit 1`,
      [provider],
    )
    expect(rows[0]?.details).toEqual({ rows: 1 })
  })

  test('a place of another order is refused', async () => {
    const { next = '' } = await page({ limit: '1' })
    for (const query of [{ text: 'v' }, { sort: 'group' }]) {
      const answer = await teacher('GET', `/api/students?${new URLSearchParams({ ...query, after: next })}`)
      expect([answer.statusCode, answer.json().code]).toEqual([400, 'students.cursor'])
    }
  })
})

describe('order', () => {
  const names = [
    'Åberg',
    'Äijälä',
    'Öhman',
    'Zetterberg',
    'Ahola',
    'Wallin',
    'Vaara',
    'de la Cruz',
    'Mäki',
    'Maki',
    'von Essen',
    'Ülo',
  ]
  beforeAll(async () => {
    provider = await service.provider()
    teacher = await service.signIn(provider, ['teacher'])
    for (const [at, name] of names.entries())
      await student(name, 'Testi', at % 3 === 0 ? {} : { group: `R${at % 3}` })
  })

  test.each(['fi', 'sv'])('is that of %s, both ways', async language => {
    const collator = new Intl.Collator(language)
    const expected = names
      .map(name => `Testi ${name}`)
      .sort((a, b) => collator.compare(a.slice(6).toLowerCase(), b.slice(6).toLowerCase()))
    const listed = async (sort: string) => {
      const answer = await teacher('GET', `/api/students?sort=${sort}`, undefined, {
        'accept-language': language,
      })
      return answer.json().items.map((item: { name: string }) => item.name)
    }
    await service.owner.query('update session set language = $1 where provider_id = $2', [language, provider])
    expect(await listed('name')).toEqual(expected)
    expect(await listed('-name')).toEqual(expected.toReversed())
  })

  test('by group, those without one last, and first when turned round', async () => {
    const groups = async (sort: string) => (await page({ sort })).items.map(item => item.group)
    const expected = [...Array(4).fill('R1'), ...Array(4).fill('R2'), ...Array(4).fill(undefined)]
    expect(await groups('group')).toEqual(expected)
    expect(await groups('-group')).toEqual(expected.toReversed())
  })

  test.each([
    [{ sort: 'name' }],
    [{ sort: '-name' }],
    [{ sort: 'group' }],
    [{ sort: '-group' }],
    [{ sort: 'name', group: 'R1' }],
    [{ text: 't' }],
    [{ text: 'm' }],
  ] as Record<string, string>[][])('pages of %j follow without gap or double', async (query = {}) => {
    const whole = await all(query, 200)
    expect(whole.length).toBeGreaterThan(0)
    expect(await all(query, 1)).toEqual(whole)
    expect(await all(query, 3)).toEqual(whole)
  })

  test.each([{ sort: 'name' }, { text: 'te' }] as Record<string, string>[])(
    'whoever was there before is met once while others come: %j',
    async query => {
      const before = await all(query, 200)
      const seen: string[] = []
      for (let after: string | undefined, turn = 0; ; turn += 1) {
        const { items, next } = await page({ ...query, limit: '2', ...(after ? { after } : {}) })
        seen.push(...items.map(item => item.id))
        if (next === undefined) break
        after = next
        await student(turn % 2 === 0 ? 'Aalto' : 'Östman', 'Testi')
      }
      expect(new Set(seen).size).toBe(seen.length)
      expect(seen.filter(id => before.includes(id))).toEqual(before)
    },
  )
})

describe('narrowed', () => {
  let world: Awaited<ReturnType<typeof makeWorld>>
  let own: Client
  const listed = async (query: Record<string, string>) => (await page(query, own)).items.map(item => item.id)
  beforeAll(async () => {
    world = await makeWorld(service)
    own = await service.signIn(world.provider, ['teacher'])
    const ids = [world.provider, world.student.studentId]
    await service.owner.query(
      `update study_right set diary_number = 'OPH-1', present_state = 'eronnut' where provider_id = $1 and student_id = $2`,
      ids,
    )
    await service.owner.query(
      `insert into staff_member (provider_id, id, staff_number, person_id, changed_at)
       select $1, gen_random_uuid(), '1', person_id, now() from session where provider_id = $1`,
      [world.provider],
    )
    await service.owner.query(
      `update student set teacher_id = (select id from staff_member where provider_id = $1), family_name = '=SUMMA(A1)',
         group_code = 'R1' where provider_id = $1 and id = $2`,
      ids,
    )
  })

  test.each<[Record<string, string>, 'one' | 'other' | 'both' | 'none']>([
    [{}, 'both'],
    [{ mine: 'true' }, 'one'],
    [{ mine: 'true', sort: '-group' }, 'one'],
    [{ mine: 'true', text: 'tes' }, 'one'],
    [{ qualification: 'OPH-1' }, 'one'],
    [{ qualification: 'OPH-1', text: 'tes' }, 'one'],
    [{ qualification: 'OPH-1', rightState: 'lasna' }, 'none'],
    [{ rightState: 'eronnut', sort: 'group' }, 'one'],
    [{ planState: 'none' }, 'other'],
    [{ planState: 'none', text: 'tes' }, 'other'],
    // The plan of the world is without errors and has an open conflict.
    [{ planState: 'warnings' }, 'one'],
    [{ planState: 'warnings', text: 'tes' }, 'one'],
    [{ planState: 'fine' }, 'none'],
    [{ planState: 'errors' }, 'none'],
    [{ qualification: 'OPH-2' }, 'none'],
  ])('%j: %s', async (query, who) => {
    const [one, other] = [world.student.studentId, world.otherStudent.studentId]
    const expected = { one: [one], other: [other], both: [one, other], none: [] }[who]
    expect((await listed(query)).sort()).toEqual(expected.sort())
  })

  test('what there is to choose', async () => {
    const answer = (await own('GET', '/api/students/filters')).json()
    expect(answer).toMatchObject({ mine: true, groups: [{ code: 'R1' }], export: 'mine' })
    expect(answer.qualifications).toEqual([{ diaryNumber: 'OPH-1' }])
    expect(answer.rightStates).toContain('eronnut')
  })

  test('taken out as a file: own students only, safe from formulas, audited', async () => {
    const refused = await own('GET', '/api/students/export')
    expect([refused.statusCode, refused.json().code]).toEqual([403, 'students.export-own'])
    const file = await own('GET', '/api/students/export?mine=true')
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
    const [head, line, ...rest] = file.body.split('\r\n')
    expect(head).toBe(
      '\ufeffNimi;Oppijanumero;Ryhmä;Tutkinto tai koulutus;Opiskeluoikeus;Opiskeluoikeuden tila;Suunnitelma',
    )
    expect(line).toContain(`;${world.student.studentOid};R1;;${world.student.studyRightOid};eronnut;`)
    expect(rest).toEqual([''])
    await service.owner.query(`update student set called_name = null where id = $1`, [
      world.student.studentId,
    ])
    expect((await own('GET', '/api/students/export?mine=true')).body).toContain("\r\n'=SUMMA(A1);")
    const { rows } = await service.owner.query(
      `select student_id, details from audit_event where provider_id = $1 and action = 'students.export'`,
      [world.provider],
    )
    expect(rows).toEqual(Array(2).fill({ student_id: world.student.studentId, details: { rows: 1 } }))
  })

  test('turvakielto tells nothing in a file', async () => {
    await service.owner.query('update student set protected = true where id = $1', [world.student.studentId])
    const { body } = await own('GET', '/api/students/export?mine=true')
    expect(body.split('\r\n')[1]).toMatch(/^Turvakielto;;;;;eronnut;/)
    expect(
      (
        await (
          await service.signIn(world.provider, ['student'], world.student.studentId)
        )('GET', '/api/students/export')
      ).statusCode,
    ).toBe(403)
  })
})
