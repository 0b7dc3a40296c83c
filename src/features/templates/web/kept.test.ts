import { expect, test } from 'vitest'
import { keepingOf } from './kept.ts'

test('what was written waits for whoever wrote it, and for nobody else', () => {
  const stored = new Map<string, string>()
  const storage = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => void stored.set(name, text),
    removeItem: (name: string) => void stored.delete(name),
  }
  const of = (user: string, provider: string, id: string) =>
    keepingOf({ user: { id: user, name: '' }, provider: { id: provider } } as never, id, storage)
  const kept = {
    version: 3,
    written: { name: 'Uusi', competenceArea: '', groupCode: '', draft: { units: [], breaks: [] } },
  }
  of('a', 'p', 't').keep(kept)
  expect(of('a', 'p', 't').read()).toEqual(kept)
  for (const other of [of('b', 'p', 't'), of('a', 'q', 't'), of('a', 'p', 'u')])
    expect(other.read()).toBeUndefined()
  of('a', 'p', 't').keep(undefined)
  expect(of('a', 'p', 't').read()).toBeUndefined()
})
