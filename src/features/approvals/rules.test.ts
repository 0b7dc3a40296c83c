import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import type { ApprovalParty, ApprovalRule } from '../settings/contract.ts'
import {
  type Around,
  answerVerdict,
  askings,
  holdsOn,
  missingOf,
  type PartNow,
  type Present,
  ruleOn,
} from './rules.ts'

const today = plainDateOf('2026-11-23')
const rule = (
  part: ApprovalRule['part'],
  party: ApprovalParty,
  more: Partial<ApprovalRule> = {},
): ApprovalRule => ({ part, party, need: 'asked', from: '2018-01-01', source: '', ...more })

const path: PartNow = { key: 'path', kind: 'path', digest: 'a', workplace: false }
const work: PartNow = { key: 'period:1', kind: 'apprenticeship', digest: 'b', workplace: true }
const around: Around = { guardian: true, providerApproved: undefined }
const rules = [
  rule('path', 'student'),
  rule('path', 'guardian'),
  rule('apprenticeship', 'student'),
  rule('apprenticeship', 'employer'),
]
const input = { parts: [path, work], rules, today, present: [] as Present[], around }
const row = (part: string, party: ApprovalParty, state: Present['state'], digest: string): Present => ({
  part,
  party,
  state,
  digest,
})

describe('the rule that holds on a day', () => {
  test.each([
    [{ from: '2026-11-23' }, true],
    [{ from: '2026-11-24' }, false],
    [{ from: '2020-01-01', until: '2026-11-23' }, true],
    [{ from: '2020-01-01', until: '2026-11-22' }, false],
  ])('%j: %s', (validity, expected) => {
    expect(holdsOn(validity, today)).toBe(expected)
  })

  test('of two that hold the stricter one holds, whatever their order', () => {
    const two = [rule('path', 'student'), rule('path', 'student', { need: 'demanded' })]
    expect(ruleOn(two, 'path', 'student', today)?.need).toBe('demanded')
    expect(ruleOn(two.toReversed(), 'path', 'student', today)?.need).toBe('demanded')
    expect(ruleOn(two, 'support', 'student', today)).toBeUndefined()
  })
})

describe('who is asked', () => {
  const of = (changes: Partial<typeof input>, part: string, party: ApprovalParty) => {
    const { act, reason } =
      askings({ ...input, ...changes }).find(one => one.part === part && one.party === party) ?? {}
    return act === undefined ? 'nothing' : `${act} ${reason}`
  }
  const approved = [row('path', 'student', 'approved', 'a')]
  test.each<[string, Partial<typeof input>, string, ApprovalParty, string]>([
    ['the student, the first time', {}, 'path', 'student', 'ask new'],
    ['the guardian of a minor', {}, 'path', 'guardian', 'ask new'],
    ['the employer of an apprenticeship', {}, 'period:1', 'employer', 'ask new'],
    ['no guardian of an apprenticeship without a rule', {}, 'period:1', 'guardian', 'nothing'],
    ['no guardian at 18', { around: { ...around, guardian: false } }, 'path', 'guardian', 'nothing'],
    [
      'a guardian no longer at 18',
      { around: { ...around, guardian: false }, present: [row('path', 'guardian', 'asked', 'a')] },
      'path',
      'guardian',
      'end no-guardian',
    ],
    [
      'what a guardian approved stays at 18',
      { around: { ...around, guardian: false }, present: [row('path', 'guardian', 'approved', 'old')] },
      'path',
      'guardian',
      'keep no-guardian',
    ],
    [
      'no employer before there is one',
      { parts: [{ ...work, workplace: false }] },
      'period:1',
      'employer',
      'nothing',
    ],
    [
      'nobody about a period that is over',
      { parts: [{ ...work, endsOn: '2026-11-22' }] },
      'period:1',
      'student',
      'nothing',
    ],
    [
      'about one that ends today',
      { parts: [{ ...work, endsOn: '2026-11-23' }] },
      'period:1',
      'student',
      'ask new',
    ],
    ['who approved and nothing changed: not again', { present: approved }, 'path', 'student', 'keep same'],
    [
      'who approved and it changed: again',
      { present: [row('path', 'student', 'approved', 'old')] },
      'path',
      'student',
      'ask-again changed',
    ],
    [
      'who declined and it changed: again',
      { present: [row('path', 'student', 'declined', 'old')] },
      'path',
      'student',
      'ask-again changed',
    ],
    [
      'who declined and nothing changed: not again',
      { present: [row('path', 'student', 'declined', 'a')] },
      'path',
      'student',
      'keep same',
    ],
    [
      'nobody whose rule has ended',
      {
        rules: [rule('path', 'student', { until: '2026-11-22' })],
        present: [row('path', 'student', 'asked', 'a')],
      },
      'path',
      'student',
      'end no-rule',
    ],
    [
      'nobody about a part that is gone',
      { parts: [path], present: [row('period:1', 'employer', 'declined', 'b')] },
      'period:1',
      'employer',
      'end part-gone',
    ],
    [
      'the provider answers by approving the plan',
      {
        rules: [rule('path', 'provider')],
        around: { ...around, providerApproved: new Map([['path', 'a']]) },
      },
      'path',
      'provider',
      'approve new',
    ],
    [
      'the provider again when it approved another form',
      {
        rules: [rule('path', 'provider')],
        around: { ...around, providerApproved: new Map([['path', 'old']]) },
        present: [row('path', 'provider', 'approved', 'old')],
      },
      'path',
      'provider',
      'ask-again changed',
    ],
  ])('%s', (_, changes, part, party, expected) => {
    expect(of(changes, part, party)).toBe(expected)
  })
})

const parties = ['student', 'guardian', 'provider', 'employer'] as const
const kinds = ['path', 'support', 'training-agreement', 'apprenticeship'] as const
const anyParts = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('path', 'support', 'period:1', 'period:2', 'period:3'),
    kind: fc.constantFrom(...kinds),
    digest: fc.constantFrom('a', 'b', 'c'),
    workplace: fc.boolean(),
    endsOn: fc.constantFrom(undefined, '2026-11-22', '2026-11-23'),
  }),
  { selector: part => part.key, maxLength: 5 },
)
const anyInput = fc.record({
  parts: anyParts,
  rules: fc.array(
    fc.record({
      part: fc.constantFrom(...kinds),
      party: fc.constantFrom(...parties),
      need: fc.constantFrom('asked' as const, 'demanded' as const),
      from: fc.constantFrom('2020-01-01', '2026-11-24'),
      source: fc.constant(''),
    }),
    { maxLength: 12 },
  ),
  today: fc.constant(today),
  present: fc.uniqueArray(
    fc.record({
      part: fc.constantFrom('path', 'support', 'period:1', 'period:2', 'period:3'),
      party: fc.constantFrom(...parties),
      state: fc.constantFrom('asked' as const, 'approved' as const, 'declined' as const),
      digest: fc.constantFrom('a', 'b', 'c'),
    }),
    { selector: one => `${one.part} ${one.party}`, maxLength: 12 },
  ),
  around: fc.record({
    guardian: fc.boolean(),
    providerApproved: fc.option(
      fc
        .dictionary(fc.constantFrom('path', 'period:1'), fc.constantFrom('a', 'b'))
        .map(each => new Map(Object.entries(each))),
      { nil: undefined },
    ),
  }),
})

/** What is stored once the askings have been carried out. */
function carriedOut(given: typeof input): Present[] {
  const present = new Map(given.present.map(one => [`${one.part} ${one.party}`, one]))
  for (const { act, part, party } of askings(given)) {
    const digest = given.parts.find(one => one.key === part)?.digest ?? ''
    if (act === 'end') present.delete(`${part} ${party}`)
    else if (act !== 'keep')
      present.set(`${part} ${party}`, {
        part,
        party,
        state: act === 'approve' ? 'approved' : 'asked',
        digest,
      })
  }
  return [...present.values()]
}

describe('always', () => {
  test('asking twice changes nothing', () => {
    fc.assert(
      fc.property(anyInput, given => {
        const again = askings({ ...given, present: carriedOut(given) })
        expect(again.filter(({ act }) => act !== 'keep')).toEqual([])
      }),
    )
  })

  test('a change in one part asks for no other', () => {
    fc.assert(
      fc.property(anyInput, fc.nat(4), (given, at) => {
        const present = carriedOut(given)
        const parts = given.parts.map((part, i) => (i === at ? { ...part, digest: 'new' } : part))
        const acts = askings({ ...given, parts, present }).filter(({ act }) => act !== 'keep')
        expect(acts.filter(({ part }) => part !== given.parts[at]?.key)).toEqual([])
      }),
    )
  })

  test('the order of parts, rules and rows does not matter', () => {
    const sorted = (of: readonly object[]) => of.map(one => JSON.stringify(one)).sort()
    fc.assert(
      fc.property(anyInput, given => {
        const turned = {
          ...given,
          parts: given.parts.toReversed(),
          rules: given.rules.toReversed(),
          present: given.present.toReversed(),
        }
        expect(sorted(askings(turned))).toEqual(sorted(askings(given)))
        expect(sorted(missingOf(turned))).toEqual(sorted(missingOf(given)))
      }),
    )
  })
})

test('the provider waits for those whose approval is demanded, of the content as it is', () => {
  const demanded = [
    rule('path', 'student', { need: 'demanded' }),
    rule('path', 'guardian', { need: 'demanded' }),
    rule('path', 'provider', { need: 'demanded' }),
    rule('apprenticeship', 'employer'),
  ]
  const missing = (present: Present[], guardian = true) =>
    missingOf({ ...input, rules: demanded, present, around: { ...around, guardian } }).map(
      ({ party }) => party,
    )
  expect(missing([])).toEqual(['student', 'guardian'])
  expect(missing([], false)).toEqual(['student'])
  expect(missing([row('path', 'student', 'approved', 'old')], false)).toEqual(['student'])
  expect(missing([row('path', 'student', 'declined', 'a')], false)).toEqual(['student'])
  expect(missing([row('path', 'student', 'approved', 'a')], false)).toEqual([])
})

test.each([
  ['of what is asked', { state: 'asked' }, 'a', { digest: 'a', answer: 'approved' }, 'fine'],
  ['of what nobody asks', undefined, 'a', { digest: 'a', answer: 'approved' }, 'not-asked'],
  ['of a part that is gone', { state: 'asked' }, undefined, { digest: 'a', answer: 'approved' }, 'not-asked'],
  [
    'of what has changed since',
    { state: 'asked' },
    'b',
    { digest: 'a', answer: 'approved' },
    'changed-since',
  ],
  [
    'that is another than one’s own before',
    { state: 'approved', mayChange: true },
    'a',
    { digest: 'a', answer: 'declined', reason: 'x' },
    'fine',
  ],
  [
    'that is the same as before',
    { state: 'approved', mayChange: true },
    'a',
    { digest: 'a', answer: 'approved' },
    'answered',
  ],
  ['a second time', { state: 'approved' }, 'a', { digest: 'a', answer: 'declined', reason: 'x' }, 'answered'],
  [
    'that declines without a reason',
    { state: 'asked' },
    'a',
    { digest: 'a', answer: 'declined', reason: ' ' },
    'reason-needed',
  ],
  [
    'that declines with a reason',
    { state: 'asked' },
    'a',
    { digest: 'a', answer: 'declined', reason: 'x' },
    'fine',
  ],
] as const)('an answer %s', (_, asked, now, given, expected) => {
  expect(answerVerdict(asked, now, given)).toBe(expected)
})
