import { describe, expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { checkPlan } from '../plans/rules.ts'
import { applyingOf, right, student } from './factory.ts'
import { applyTemplate } from './rules-apply.ts'
import type { KnownStudent, KnownSupport } from './rules-known.ts'
import { reasonOf, supportIn } from './rules-support.ts'

const type = (number: string) => `ammatillinenkoulutusoppimisentuentyyppi_${number}`
const special: KnownSupport = { decisions: { specialSupport: [{ start: '2025-08-11' }] }, shown: true }
const place = { 'workplace:u1-p2': 'Paja Oy' }
const applied = (known: Partial<KnownStudent>, answers: Record<string, string> = {}, today = '2026-08-03') =>
  applyTemplate({ ...student, ...known }, applyingOf(undefined, { today: plainDateOf(today) }), {
    ...place,
    ...answers,
  })

describe('a decision of support', () => {
  const [before, after] = [{ end: '2026-08-02' }, { start: '2026-08-04' }]
  const day = { start: '2026-08-03', end: '2026-08-03' }
  test.each([
    ['none', {}, undefined],
    ['over', { specialSupport: [before] }, undefined],
    ['not yet', { demandingSupport: [after] }, undefined],
    ['only on the day', { specialSupport: [before, day] }, 'special-support'],
    ['without days', { demandingSupport: [{}] }, 'demanding-support'],
    ['of both kinds', { specialSupport: [day], demandingSupport: [day] }, 'demanding-support'],
    [
      'of which the demanding is over',
      { specialSupport: [day], demandingSupport: [before] },
      'special-support',
    ],
  ] as [string, KnownSupport['decisions'], string | undefined][])('%s', (_, decisions, reason) =>
    expect(reasonOf(decisions, '2026-08-03')).toBe(reason),
  )
})

describe('what somebody writes of support', () => {
  const dates = { start: '2027-01-09', end: '2027-02-26' }
  const remedial = (group: number) => ({
    ...{ typeCode: type('01'), ...dates },
    unitGroupCode: `ammatillisentutkinnonosanryhma_${group}`,
  })
  test.each([
    ['02', [{ typeCode: type('02') }]],
    [' 02 Muu oppimisen tuki ; 03', [{ typeCode: type('02') }, { typeCode: type('03') }]],
    ['01, 9.1.2027–26.2.2027, yhteiset', [remedial(2)]],
    ['01 Stödundervisning 9.1.2027 - 26.2.2027 yrkesinriktade', [remedial(1)]],
    // What remedial teaching must tell is never guessed.
    ['01', undefined],
    ['01, 9.1.2027–26.2.2027', undefined],
    ['01, 26.2.2027–9.1.2027, yhteiset', undefined],
    ['01, 9.1.2026–26.2.2026, yhteiset', undefined],
    ['01, 9.1.2027–26.2.2027, yhteiset ja ammatilliset', undefined],
    ['02; 02', undefined],
    ['02; kyllä', undefined],
    ['04', undefined],
    ['2027', undefined],
    [';', undefined],
  ])('%s', (text, expected) => expect(supportIn(text)).toEqual(expected))
})

describe('a plan drafted for a student with a decision of support', () => {
  test('gets the support that was answered, and is ready without an answer', () => {
    const asked = applied({ support: special })
    expect(asked.cells.support).toEqual({
      ...{ state: 'wished', text: '', answered: false, reason: 'special-support' },
      fixes: [`02 Nimi ${type('02')}`, `03 Nimi ${type('03')}`],
    })
    expect([asked.ready, asked.plan?.learningSupport]).toEqual([true, undefined])
    const [fix = ''] = asked.cells.support?.fixes ?? []
    const given = applied({ support: special }, { support: fix })
    expect(given.plan?.learningSupport).toEqual([{ typeCode: type('02') }])
    expect(given.cells.support).toMatchObject({ state: 'known', text: fix, answered: true })
    const found = checkPlan(given.plan ?? {}, {
      studyRight: right,
      today: plainDateOf('2026-08-03'),
    })
    expect(found.filter(one => one.severity !== 'info')).toEqual([])
    // Applied again nothing changes, with the answer or without.
    for (const answers of [{ support: fix }, {}]) {
      const again = applied({ support: special, plan: given.plan }, answers)
      expect([again.plan, again.cells.support?.state]).toEqual([given.plan, 'known'])
    }
  })

  test.each([
    ['nothing of a student without a decision', {}, '02', undefined],
    ['nothing where it is left out', { support: special }, '–', 'known'],
    ['nothing of what cannot be read', { support: special }, 'jotain', 'wrong'],
  ] as const)('gets %s', (_, known, support, state) => {
    const drafted = applied(known, { support })
    expect([drafted.plan?.learningSupport, drafted.cells.support?.state]).toEqual([undefined, state])
    expect(drafted.ready).toBe(state !== 'wrong')
  })

  test('is asked nothing before plans had a place for it, and by the first day of the path after', () => {
    expect(applied({ support: special }, {}, '2026-07-31').cells.support).toBeUndefined()
    const ended: KnownSupport = {
      ...special,
      decisions: { specialSupport: [{ end: plainDateOf('2026-08-09') }] },
    }
    expect(applied({ support: ended }).cells.support).toBeUndefined()
  })

  test('shows nothing of it to whoever may not see it, and loses no answer', () => {
    const hidden = { ...special, shown: false }
    for (const support of ['02', 'jotain', '–', '']) {
      const seen = applied({ support: hidden }, support === '' ? {} : { support })
      const otherwise = applied({}, {})
      expect([seen.cells, seen.ready]).toEqual([otherwise.cells, otherwise.ready])
      expect(seen.plan?.learningSupport?.length).toBe(support === '02' ? 1 : undefined)
    }
  })

  test('keeps the support that a plan has, with a decision and without', () => {
    const learningSupport = [{ typeCode: type('03') }]
    const plan = { ...(applied({}).plan as NonNullable<ReturnType<typeof applied>['plan']>), learningSupport }
    for (const support of [undefined, special, { ...special, shown: false }])
      expect(applied({ plan, support }, { support: '02' }).plan).toEqual(plan)
    expect(applied({ plan, support: special }).cells.support?.text).toBe(`03 Nimi ${type('03')}`)
  })
})
