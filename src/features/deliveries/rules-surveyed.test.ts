import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { plainDateOf } from '../../platform/time/plain-date.ts'
import { notSurveyed, type SurveyedRight as Right } from './rules-surveyed.ts'

const ends = plainDateOf('2026-11-30')
const usual: Right = {
  type: 'ammatillinenkoulutus',
  attainments: [{ type: 'ammatillinentutkinto' }],
  states: [{ start: '2025-08-01', state: 'lasna', funding: '1' }],
}
const ask = (right: Partial<Right>) =>
  notSurveyed({ preparatory: false, right: { ...usual, ...right } }, ends)
const funded = (...periods: readonly [start: string, funding?: string][]): Partial<Right> => ({
  states: periods.map(([start, funding]) => ({ start, state: 'lasna', ...(funding ? { funding } : {}) })),
})
const then = (start: string, state: string): Partial<Right> => ({
  states: [...usual.states, { start, state, funding: '1' }],
})

test.each<[string, Partial<Right>, ReturnType<typeof notSurveyed>]>([
  ['somebody who studies', {}, undefined],
  ['funding 6', funded(['2025-08-01', '6']), 'funded-elsewhere'],
  ['funding 14', funded(['2025-08-01', '14']), 'funded-elsewhere'],
  ['funding 15', funded(['2025-08-01', '15']), 'funded-elsewhere'],
  ['funding 1', funded(['2025-08-01', '1']), undefined],
  ['no funding told', funded(['2025-08-01']), undefined],
  ['funding 14 from the last day', funded(['2025-08-01', '1'], ['2026-11-30', '14']), 'funded-elsewhere'],
  ['funding 14 from the day after', funded(['2025-08-01', '1'], ['2026-12-01', '14']), undefined],
  ['funding 14 until the day before', funded(['2025-08-01', '14'], ['2026-11-30', '1']), undefined],
  ['preparatory education', { type: 'tuva' }, 'preparatory'],
  ['TELMA', { attainments: [{ type: 'telma' }] }, 'not-vocational'],
  ['TELMA beside', { attainments: [...usual.attainments, { type: 'telma' }] }, 'not-vocational'],
  ['another education', { attainments: [{ type: 'muuammatillinenkoulutus' }] }, 'not-vocational'],
  ['a part', { attainments: [{ type: 'ammatillinentutkintoosittainen' }] }, undefined],
  ['resigned the day before', then('2026-11-29', 'eronnut'), 'ended'],
  ['resigned on the last day', then('2026-11-30', 'eronnut'), undefined],
  ['looked on as resigned', then('2026-09-01', 'katsotaaneronneeksi'), 'ended'],
  ['annulled', then('2026-09-01', 'mitatoity'), 'ended'],
  ['cancelled', then('2026-09-01', 'peruutettu'), 'ended'],
  ['interrupted', then('2026-09-01', 'valiaikaisestikeskeytynyt'), 'ended'],
  ['completed', then('2026-09-01', 'valmistunut'), undefined],
  ['included in another', { includedIn: '1.2.246.562.15.1' }, 'included'],
])('%s', (_name, right, expected) => expect(ask(right)).toBe(expected))

test('the plan of preparatory education, or one beside it', () => {
  expect(notSurveyed({ preparatory: true, right: usual }, ends)).toBe('preparatory')
})

test('a study right that is not known keeps nobody from the survey', () => {
  expect(notSurveyed({ preparatory: false }, ends)).toBeUndefined()
})

test('a code counts until its last day', () => {
  const codes = { awayOrEnded: [], fundedElsewhere: [{ code: '6', validUntil: '2026-11-30' }] }
  const surveyed = { preparatory: false, right: { ...usual, ...funded(['2025-08-01', '6']) } }
  expect(notSurveyed(surveyed, ends, codes)).toBe('funded-elsewhere')
  expect(notSurveyed(surveyed, plainDateOf('2026-12-01'), codes)).toBeUndefined()
})

const shared = new URL('../../../../shared/cases/feedback-initiation.json', import.meta.url)

describe.skipIf(!existsSync(shared))('the shared cases (skipped where ../shared is absent)', () => {
  const reasons: Record<string, string> = {
    'ei-ammatillinen': 'not-vocational',
    'opiskelu-paattynyt': 'ended',
    'ulkoisesti-rahoitettu': 'funded-elsewhere',
    'tuva-opiskeluoikeus': 'preparatory',
    'liittyva-opiskeluoikeus': 'included',
  }
  test('all give the expected verdict', () => {
    const { opiskeluoikeudet: rights, tep } = JSON.parse(readFileSync(shared, 'utf8')) as Shared
    const asked = tep.filter(one => one.jakso?.loppu && reasonsOf.has(one.expected.reason))
    expect(asked.length).toBeGreaterThan(6)
    for (const { expected, hoks, jakso, opiskeluoikeus, title } of asked) {
      const right = rights[opiskeluoikeus]
      const parts = hoks['hankittavat-koulutuksen-osat'] !== undefined
      const preparatory = parts || hoks['tuva-opiskeluoikeus-oid'] !== undefined
      const surveyed = { preparatory, ...(right ? { right: rightOf(right) } : {}) }
      const day = plainDateOf(jakso?.loppu ?? '')
      expect(notSurveyed(surveyed, day), title).toBe(reasons[expected.reason])
    }
  })
  const reasonsOf = new Set([...Object.keys(reasons), 'hoks-tallennettu', 'ei-loydy'])
})

interface Coded {
  readonly koodiarvo: string
}
interface NationalRight {
  readonly tyyppi: Coded
  readonly suoritukset: readonly { readonly tyyppi: Coded }[]
  readonly tila?: {
    readonly opiskeluoikeusjaksot: readonly {
      readonly alku: string
      readonly tila: Coded
      readonly opintojenRahoitus?: Coded
    }[]
  }
  readonly sisältyyOpiskeluoikeuteen?: { readonly oid: string }
}
interface Shared {
  readonly opiskeluoikeudet: Readonly<Record<string, NationalRight | null>>
  readonly tep: readonly {
    readonly title: string
    readonly jakso: { readonly loppu?: string } | null
    readonly hoks: Readonly<Record<string, unknown>>
    readonly opiskeluoikeus: string
    readonly expected: { readonly reason: string }
  }[]
}

function rightOf({ sisältyyOpiskeluoikeuteen, suoritukset, tila, tyyppi }: NationalRight): Right {
  return {
    type: tyyppi.koodiarvo,
    attainments: suoritukset.map(one => ({ type: one.tyyppi.koodiarvo })),
    states: (tila?.opiskeluoikeusjaksot ?? []).map(({ alku, opintojenRahoitus, tila: state }) => ({
      ...{ start: alku, state: state.koodiarvo },
      ...(opintojenRahoitus === undefined ? {} : { funding: opintojenRahoitus.koodiarvo }),
    })),
    ...(sisältyyOpiskeluoikeuteen === undefined ? {} : { includedIn: sisältyyOpiskeluoikeuteen.oid }),
  }
}
