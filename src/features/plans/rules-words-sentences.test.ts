import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Language, languages } from '../../platform/i18n/language.ts'
import { anyBody } from './factory-bodies.ts'
import type { TreeObject } from './rules-tree.ts'
import { describeContents, describeDifference } from './rules-words.ts'
import { groupStatements, plainSentence } from './rules-words-sentences.ts'
import type { Speaker } from './rules-words-values.ts'

const names = {
  tutkinnonosat_1: { fi: 'Huoltotyöt', sv: 'Servicearbeten', en: 'Service work' },
  tutkinnonosat_2: { fi: 'Maalaus', sv: 'Målning', en: 'Painting' },
}
const contacts = {
  a: { name: 'Anna Esimerkki', email: 'anna@esimerkki.example' },
  b: { name: 'Bo Exempel' },
  moved: { name: 'Anna Esimerkki', email: 'uusi@esimerkki.example' },
  gone: { erasedOn: '2026-03-01' },
}
const speaker = (language: Language): Speaker => ({ language, names, contacts })

const period = (more: object = {}) => ({
  identifier: 'p',
  start: '2026-03-02',
  end: '2026-04-17',
  methodCode: 'osaamisenhankkimistapa_koulutussopimus',
  partTimeShare: 100,
  workplace: { name: 'Testiyritys Oy', instructor: { contact: 'a' } },
  ...more,
})
const plan = (unit: object, ...more: object[]) => ({
  vocationalUnits: [{ unitCode: 'tutkinnonosat_1', ...unit }, ...more],
})
const periods = (more: object) => plan({ learningPeriods: [period(more)] })
const instructor = (contact: string) =>
  periods({ workplace: { name: 'Testiyritys Oy', instructor: { contact } } })
const demonstration = (day: string) =>
  plan({ demonstrations: [{ start: day, end: day, environment: { name: 'Keksitty Oy' }, content: [] }] })
const painting = { unitCode: 'tutkinnonosat_2' }

interface Row {
  readonly name: string
  readonly before: object
  readonly after: object
  readonly said: Readonly<Record<Language, string>>
}

const table: Row[] = [
  {
    name: 'a period that moved',
    before: periods({}),
    after: periods({ start: '2026-03-16', end: '2026-05-01' }),
    said: {
      fi: 'Tutkinnon osa (Huoltotyöt): työpaikkajakso (Testiyritys Oy) siirtyi 2 viikkoa myöhemmäksi: ennen 2.3.2026 – 17.4.2026, nyt 16.3.2026 – 1.5.2026',
      sv: 'Examensdelen (Servicearbeten): arbetsplatsperioden (Testiyritys Oy) senarelades med 2 veckor: tidigare 2.3.2026 – 17.4.2026, nu 16.3.2026 – 1.5.2026',
      en: 'The unit (Service work): the workplace period (Testiyritys Oy) moved 2 weeks later: before 2 Mar 2026 – 17 Apr 2026, now 16 Mar 2026 – 1 May 2026',
    },
  },
  {
    name: 'a period that was shortened by one day',
    before: periods({}),
    after: periods({ end: '2026-04-16' }),
    said: {
      fi: 'Tutkinnon osa (Huoltotyöt): työpaikkajakso (Testiyritys Oy) lyheni loppupäästä päivän: ennen 2.3.2026 – 17.4.2026, nyt 2.3.2026 – 16.4.2026',
      sv: 'Examensdelen (Servicearbeten): arbetsplatsperioden (Testiyritys Oy) förkortades i slutet med en dag: tidigare 2.3.2026 – 17.4.2026, nu 2.3.2026 – 16.4.2026',
      en: 'The unit (Service work): the workplace period (Testiyritys Oy) was shortened at its end by one day: before 2 Mar 2026 – 17 Apr 2026, now 2 Mar 2026 – 16 Apr 2026',
    },
  },
  {
    name: 'a demonstration on another day',
    before: demonstration('2026-03-03'),
    after: demonstration('2026-03-10'),
    said: {
      fi: 'Tutkinnon osa (Huoltotyöt): näyttö (Keksitty Oy) siirtyi: ennen 3.3.2026, nyt 10.3.2026',
      sv: 'Examensdelen (Servicearbeten): yrkesprovet (Keksitty Oy) flyttades från 3.3.2026 till 10.3.2026',
      en: 'The unit (Service work): the demonstration (Keksitty Oy) moved from 3 Mar 2026 to 10 Mar 2026',
    },
  },
  {
    name: 'a part-time share',
    before: periods({}),
    after: periods({ partTimeShare: 60 }),
    said: {
      fi: 'Tutkinnon osa (Huoltotyöt), työpaikkajakso (Testiyritys Oy): osa-aikaisuus oli 100 %, nyt 60 %',
      sv: 'Examensdelen (Servicearbeten), arbetsplatsperioden (Testiyritys Oy): deltidsandelen ändrades från 100 % till 60 %',
      en: 'The unit (Service work), the workplace period (Testiyritys Oy): the part-time share changed from 100% to 60%',
    },
  },
  {
    name: 'an instructor',
    before: instructor('a'),
    after: instructor('b'),
    said: {
      fi: 'Tutkinnon osa (Huoltotyöt), työpaikkajakso (Testiyritys Oy): työpaikkaohjaaja oli Anna Esimerkki, nyt Bo Exempel',
      sv: 'Examensdelen (Servicearbeten), arbetsplatsperioden (Testiyritys Oy): arbetsplatshandledaren ändrades från Anna Esimerkki till Bo Exempel',
      en: 'The unit (Service work), the workplace period (Testiyritys Oy): the workplace instructor changed from Anna Esimerkki to Bo Exempel',
    },
  },
  {
    name: 'an instructor who is reached in another way',
    before: instructor('a'),
    after: instructor('moved'),
    said: {
      fi: 'Tutkinnon osa (Huoltotyöt), työpaikkajakso (Testiyritys Oy): työpaikkaohjaaja oli Anna Esimerkki, anna@esimerkki.example, nyt Anna Esimerkki, uusi@esimerkki.example',
      sv: 'Examensdelen (Servicearbeten), arbetsplatsperioden (Testiyritys Oy): arbetsplatshandledaren ändrades från Anna Esimerkki, anna@esimerkki.example till Anna Esimerkki, uusi@esimerkki.example',
      en: 'The unit (Service work), the workplace period (Testiyritys Oy): the workplace instructor changed from Anna Esimerkki, anna@esimerkki.example to Anna Esimerkki, uusi@esimerkki.example',
    },
  },
  {
    name: 'an instructor who was erased since',
    before: instructor('gone'),
    after: instructor('b'),
    said: {
      fi: 'Tutkinnon osa (Huoltotyöt), työpaikkajakso (Testiyritys Oy): työpaikkaohjaaja oli henkilö, jonka tiedot on poistettu 1.3.2026, nyt Bo Exempel',
      sv: 'Examensdelen (Servicearbeten), arbetsplatsperioden (Testiyritys Oy): arbetsplatshandledaren ändrades från en person vars uppgifter raderades 1.3.2026 till Bo Exempel',
      en: 'The unit (Service work), the workplace period (Testiyritys Oy): the workplace instructor changed from a person whose details were erased on 1 Mar 2026 to Bo Exempel',
    },
  },
  {
    name: 'a unit that came',
    before: plan({}),
    after: plan({}, painting),
    said: {
      fi: 'Tutkinnon osa (Maalaus) lisättiin',
      sv: 'Examensdelen (Målning) lades till',
      en: 'The unit (Painting) was added',
    },
  },
  {
    name: 'a unit that went',
    before: plan({}, painting),
    after: plan({}),
    said: {
      fi: 'Tutkinnon osa (Maalaus) poistettiin',
      sv: 'Examensdelen (Målning) togs bort',
      en: 'The unit (Painting) was removed',
    },
  },
  {
    name: 'hours',
    before: plan({ teachingHours: 1 }),
    after: plan({ teachingHours: 20.5 }),
    said: {
      fi: 'Tutkinnon osa (Huoltotyöt): opetuksen ja ohjauksen määrä oli 1 tunti, nyt 20,5 tuntia',
      sv: 'Examensdelen (Servicearbeten): mängden undervisning och handledning ändrades från 1 timme till 20,5 timmar',
      en: 'The unit (Service work): the amount of teaching and guidance changed from 1 hour to 20.5 hours',
    },
  },
  {
    name: 'words of a long text',
    before: plan({ deviation: 'Opiskelija osoittaa osaamisensa koulun työsalissa neljän päivän aikana.' }),
    after: plan({
      deviation: 'Opiskelija osoittaa osaamisensa koulun työsalissa viiden päivän aikana yksin.',
    }),
    said: {
      fi: 'Tutkinnon osa (Huoltotyöt): poikkeaminen vaatimuksista tai tavoitteista muuttui: Opiskelija osoittaa osaamisensa koulun työsalissa[− neljän][+ viiden] päivän[− aikana.][+ aikana yksin.]',
      sv: 'Examensdelen (Servicearbeten): avvikelsen från kraven eller målen ändrades: Opiskelija osoittaa osaamisensa koulun työsalissa[− neljän][+ viiden] päivän[− aikana.][+ aikana yksin.]',
      en: 'The unit (Service work): the deviation from requirements or aims changed: Opiskelija osoittaa osaamisensa koulun työsalissa[− neljän][+ viiden] päivän[− aikana.][+ aikana yksin.]',
    },
  },
]

describe('a difference in words', () => {
  it.each(table.flatMap(row => languages.map(language => ({ ...row, language }))))(
    'tells $name in $language',
    ({ before, after, said, language }) => {
      const statements = describeDifference(before, after)
      expect(statements.map(one => plainSentence(one, speaker(language)))).toEqual([said[language]])
    },
  )

  it('stands under the heading of its part', () => {
    const groups = groupStatements(
      describeDifference(
        { ...periods({}), needToAcquireCompetence: true },
        { ...periods({ partTimeShare: 50 }), needToAcquireCompetence: false },
      ),
      speaker('fi'),
    )
    expect(groups.map(({ heading, statements }) => [heading, statements.length])).toEqual([
      ['Perustiedot ja tavoitteet', 1],
      ['Huoltotyöt', 1],
    ])
  })

  it('tells what a part holds that came', () => {
    const [added] = describeDifference({}, periods({}))
    const contents = added === undefined ? [] : describeContents(added)
    expect(contents.map(one => plainSentence(one, speaker('en')))).toContain(
      'The unit (Service work): the workplace period (Testiyritys Oy) was added: 2 Mar 2026 – 17 Apr 2026',
    )
  })

  it('is never empty and never shows a place that was not filled', () => {
    fc.assert(
      fc.property(anyBody, anyBody, fc.constantFrom(...languages), (before, after, language) => {
        for (const one of describeDifference(before as TreeObject, after as TreeObject)) {
          const words = plainSentence(one, speaker(language))
          expect(words).not.toBe('')
          expect(words).not.toMatch(/\{\w+\}|undefined/)
        }
      }),
    )
  })
})
