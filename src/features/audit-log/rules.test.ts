import { readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { en } from './i18n/en-actions.ts'
import { fi } from './i18n/fi-actions.ts'
import { sv } from './i18n/sv-actions.ts'
import { detailPhrases } from './rules-details.ts'
import { actionsOf, kindOf } from './rules-kinds.ts'

const source = fileURLToPath(new URL('../..', import.meta.url))

/** The events of every audit.ts there is. */
async function declaredEvents(): Promise<string[]> {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter(path => /^(features|integrations)\/[^/]+\/audit[a-z-]*\.ts$/.test(path))
    .map(path => `${source}/${path}`)
  const modules: Record<string, unknown>[] = await Promise.all(files.map(file => import(file)))
  return modules
    .flatMap(module => Object.values(module))
    .flatMap(one => (typeof one === 'object' && one !== null && 'action' in one ? [String(one.action)] : []))
}

const worded = (texts: Readonly<Record<string, object>>) =>
  Object.entries(texts).flatMap(([noun, verbs]) => Object.keys(verbs).map(verb => `${noun}.${verb}`))

test.each([
  ['fi', fi],
  ['sv', sv],
  ['en', en],
])('every event that a feature declares has words in %s', async (_language, texts) => {
  const declared = await declaredEvents()
  expect(declared.length).toBeGreaterThan(40)
  const known = new Set(worded(texts))
  expect(declared.filter(action => !known.has(action))).toEqual([])
})

test.each([
  ['students.read', 'seen'],
  ['plans.read-versions', 'seen'],
  ['students.list', 'seen'],
  ['students.reveal', 'seen'],
  ['audit-log.search', 'seen'],
  ['students.export', 'taken'],
  ['documents.take-national', 'taken'],
  ['demo-services.take-away', 'changed'],
  ['plans.save', 'changed'],
  ['contacts.erase', 'changed'],
  ['sessions.start', 'other'],
])('%s is of the kind %s', (action, kind) => expect(kindOf(action)).toBe(kind))

test('a kind names its actions', () =>
  expect(actionsOf('taken', ['students.read', 'students.export', 'plans.save'])).toEqual(['students.export']))

test('details are shown by name, groups and people are not, and of a masked student no free text', () => {
  const details = {
    reason: 'siksi',
    from: 'LVY24',
    to: '2026-01-02',
    teacher: 'x',
    rows: 3,
    roles: ['a', 'b'],
  }
  expect(detailPhrases(details, false)).toEqual([
    { key: 'reason', params: { value: 'siksi' } },
    { key: 'rows', params: { value: 3 } },
    { key: 'roles', params: { value: 'a, b' } },
    { key: 'to', params: { value: '2026-01-02' } },
  ])
  expect(detailPhrases(details, true).map(({ key }) => key)).toEqual(['roles', 'to'])
  expect([detailPhrases(null, false), detailPhrases('x', false)]).toEqual([[], []])
})
