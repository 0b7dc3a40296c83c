import { beforeEach, describe, expect, test } from 'vitest'
import type { StoredPlan } from '../../rules-contacts.ts'
import { type Device, openDrafts } from './drafts.ts'
import { draftFor, type Opened } from './opened.ts'
import { isStored, mergedInto, newReference, towards } from './sameness.ts'
import { set, startWriting } from './writing.ts'

const keyOf = (byte: number) => Buffer.alloc(32, byte).toString('base64url')
const plan = {
  firstApprovedOn: '2026-08-20',
  needToAcquireCompetence: true,
  contact: 'own',
} as unknown as StoredPlan
const contacts = { own: { kind: 'student', email: 'oma@esimerkki.test' } }
const writing = set(startWriting({ version: 3, plan, contacts }), '/phone', '040 555 0101')

describe('drafts', () => {
  let stored: Map<string, string>
  let device: Device
  const open = (owner: string, key: string, now = '2026-11-23T10:00:00.000Z') =>
    openDrafts(owner, { key, now }, device)

  beforeEach(() => {
    stored = new Map()
    const storage: Device['storage'] = {
      get length() {
        return stored.size
      },
      key: at => [...stored.keys()][at] ?? null,
      getItem: name => stored.get(name) ?? null,
      setItem: (name, text) => void stored.set(name, text),
      removeItem: name => void stored.delete(name),
    }
    device = { storage, crypto: globalThis.crypto, elapsed: () => 0 }
  })

  test('come back as they were written, dated by the service’s clock', async () => {
    const drafts = await open('olli', keyOf(1))
    expect(await drafts.write('place', writing)).toBe(true)
    expect(await drafts.read('place')).toEqual({ writing, at: '2026-11-23T10:00:00.000Z' })
    await drafts.remove('place')
    expect(stored.size).toBe(0)
  })

  test('tell nothing without the key, not even whom they are about', async () => {
    await (await open('olli', keyOf(1))).write('1.2.246.562.15.1', writing)
    expect(JSON.stringify([...stored])).not.toMatch(/0101|esimerkki|246\.562|olli/)
    const other = await open('elina', keyOf(2))
    expect(await other.read('1.2.246.562.15.1')).toBeUndefined()
    expect(await (await open('olli', keyOf(1))).read('1.2.246.562.15.1')).toBeDefined()
    // Under the owner's name but with another key it is unreadable, and goes.
    expect(await (await open('olli', keyOf(2))).read('1.2.246.562.15.1')).toBeUndefined()
    expect(stored.size).toBe(0)
  })

  test.each([
    ['2026-12-07T09:59:59.000Z', 1],
    ['2026-12-07T10:00:00.000Z', 0],
  ])('at %s there are %i of them', async (now, count) => {
    await (await open('olli', keyOf(1))).write('place', writing)
    await open('elina', keyOf(2), now)
    expect(stored.size).toBe(count)
  })

  test('that do not fit are told of', async () => {
    device = {
      ...device,
      storage: {
        ...device.storage,
        setItem: () => {
          throw new Error('full')
        },
      },
    }
    expect(await (await open('olli', keyOf(1))).write('place', writing)).toBe(false)
  })
})

describe('a draft', () => {
  const opened = {
    place: { planId: 'p', studyRightOid: 'r' },
    fresh: startWriting({ version: 4, plan, contacts }),
  }
  const found = (one = writing) => draftFor(opened as Opened, { writing: one, at: 'x' })

  test('that says what is stored already is not brought back', () => {
    expect(found()).toBeDefined()
    expect(found(startWriting({ version: 3, plan, contacts }))).toBeUndefined()
  })

  test('begun before anybody had made the plan is older than its first version', () => {
    expect(found({ ...writing, base: { plan, contacts } })?.writing.base.version).toBe(0)
  })
})

describe('a draft of a new plan', () => {
  const begun = startWriting({ plan, contacts })
  const opened = {
    place: { planId: undefined, studyRightOid: 'r' },
    fresh: startWriting({ plan: { ...plan, firstApprovedOn: '2026-08-23' }, contacts }),
  }
  const found = (writing: typeof begun) =>
    draftFor(opened as unknown as Opened, { writing, at: 'x' })?.writing.plan.firstApprovedOn

  test('that is gone on with on another day is drafted on that day', () => {
    expect(found(begun)).toBe('2026-08-23')
    expect(found(set(begun, '/email', 'a@esimerkki.test'))).toBe('2026-08-23')
  })

  test('keeps the day of approval that somebody wrote', () => {
    expect(found(set(begun, '/firstApprovedOn', '2026-08-01'))).toBe('2026-08-01')
  })
})

describe('what was written and what is stored', () => {
  const newest = {
    plan: { ...plan, contact: 'other' } as unknown as StoredPlan,
    contacts: { other: { kind: 'student', email: 'oma@esimerkki.test', phone: '040 555 0101' } },
  }
  const inline = set(set(writing, '/contact', undefined), '/email', 'oma@esimerkki.test')

  test('are the same by whatever references: the answer to the save was lost', () => {
    expect(isStored(inline, newest)).toBe(true)
    expect(isStored({ ...inline, approve: true }, newest)).toBe(true)
    expect(isStored(set(inline, '/email', 'toinen@esimerkki.test'), newest)).toBe(false)
  })

  test('meet under the references of what is stored, and go on from there', () => {
    const ours = towards(newest, inline, newReference)
    expect(ours.plan).toMatchObject({ contact: 'other' })
    const fresh = towards(newest, set(inline, '/email', 'toinen@esimerkki.test'), () => 'new')
    const base = { version: 5, ...newest }
    const next = mergedInto(inline, base, { ...fresh, names: {} })
    expect(next.base.version).toBe(5)
    expect(Object.keys(next.added)).toEqual(['own', 'new'])
  })
})
