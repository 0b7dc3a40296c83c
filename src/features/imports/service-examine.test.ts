import { expect, it } from 'vitest'
import { newId } from '../../platform/ids.ts'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { ImportContext, InputDocument } from './contract-definition.ts'
import { wordsKind } from './factory.ts'
import { examineAll } from './service-examine.ts'

const { definition } = wordsKind()
const now = new Date('2026-11-23T10:00:00Z')
const context: ImportContext = {
  runId: newId(),
  providerId: newId(),
  audit: { now, actor: { kind: 'system', providerId: newId(), source: 'import' }, requestId: 'test' },
  source: 'import',
  today: plainDateOf('2026-11-23'),
  options: {},
}

const documentsOf = (texts: readonly string[]): InputDocument[] =>
  texts.map((text, at) => ({
    number: at + 1,
    name: `${at}.txt`,
    async *bytes() {
      yield Buffer.from(text)
    },
  }))

const examined = (texts: readonly string[], fetched: boolean) =>
  examineAll(definition, documentsOf(texts), context, fetched)

it('tells every bad file of those that a person chose together', async () => {
  const outcome = await examined(['a', '!', 'b', 'c !'], false)
  expect(outcome).toMatchObject({ ok: false, document: '1.txt' })
  expect(outcome.left.map(({ document }) => document.name)).toEqual(['1.txt', '3.txt'])
})

it('leaves bad answers of a service out, unless all are bad', async () => {
  const outcome = await examined(['a', '!', 'b'], true)
  expect(outcome).toMatchObject({ ok: true, total: 2, left: [{ document: { name: '1.txt' } }] })
  expect(await examined(['!', '!'], true)).toMatchObject({ ok: false, document: '0.txt' })
})
