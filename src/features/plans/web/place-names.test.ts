import { expect, test } from 'vitest'
import { translator } from '../../../platform/i18n/texts.ts'
import { placeNames } from './place-names.ts'
import { texts } from './texts.ts'

const body = {
  vocationalUnits: [
    { unitCode: 'tutkinnonosat_1', learningPeriods: [{ start: '2026-01-01' }, { start: '2026-02-01' }] },
    { unitCode: 'tutkinnonosat_2' },
  ],
  localUnits: [{ name: 'Trukkityöt' }],
}
const placeName = placeNames({
  body,
  names: { tutkinnonosat_1: { fi: 'Huoltotyöt' } },
  language: 'fi',
  t: translator(texts, 'fi'),
})

test.each([
  ['', ''],
  ['/careerPlanCode', 'Urasuunnitelma'],
  ['/vocationalUnits', 'Ammatilliset tutkinnon osat'],
  ['/vocationalUnits/0', 'Ammatilliset tutkinnon osat: Huoltotyöt'],
  ['/vocationalUnits/1', 'Ammatilliset tutkinnon osat: tutkinnonosat_2'],
  [
    '/vocationalUnits/0/learningPeriods/1/end',
    'Ammatilliset tutkinnon osat: Huoltotyöt › Osaamisen hankkiminen 2 › Päättyy',
  ],
  ['/vocationalUnits/0/learningPeriods', 'Ammatilliset tutkinnon osat: Huoltotyöt › Osaamisen hankkiminen'],
  ['/localUnits/0/name', 'Paikalliset tutkinnon osat: Trukkityöt › Nimi'],
  ['/localUnits/7', 'Paikalliset tutkinnon osat 8'],
  ['/fromTheFuture', 'fromTheFuture'],
  ['/constructor/name', 'constructor › Nimi'],
])('%s reads %s', (pointer, expected) => expect(placeName(pointer)).toBe(expected))
