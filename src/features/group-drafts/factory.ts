import { type PlainDate, plainDateOf } from '../../platform/time/plain-date.ts'
import type { StudyRight } from '../study-rights/contract.ts'
import type { TemplateBody } from '../templates/contract.ts'
import type { Applying, KnownPlace, KnownStudent } from './rules-known.ts'

/** For tests: a template with a unit at school and at work, a common unit and a local one. */
export const body: TemplateBody = {
  units: [
    {
      kind: 'vocational',
      id: 'u1',
      code: 'tutkinnonosat_100001',
      periods: [
        { id: 'u1-p1', week: 0, weeks: 8, method: 'school', hours: 120 },
        { id: 'u1-p2', week: 8, weeks: 6, method: 'training-agreement', tasks: ['Huollot'] },
      ],
      demonstrations: [{ id: 'u1-d1', week: 13, weeks: 1, place: 'workplace' }],
    },
    {
      kind: 'vocational',
      id: 'u2',
      code: 'tutkinnonosat_100002',
      periods: [{ id: 'u2-p1', week: 16, weeks: 10, method: 'training-agreement' }],
      demonstrations: [{ id: 'u2-d1', week: 25, weeks: 1, place: 'workplace', tasks: ['Korjaa'] }],
    },
    {
      kind: 'common',
      id: 'u3',
      code: 'tutkinnonosat_400001',
      subjectAreas: [
        {
          code: 'ammatillisenoppiaineet_ai',
          periods: [{ id: 'u3-p1', week: 0, weeks: 20, method: 'school' }],
          demonstrations: [],
        },
        { code: 'ammatillisenoppiaineet_ma', periods: [], demonstrations: [] },
      ],
    },
    { kind: 'local', id: 'u4', name: 'Työkalut', points: 5, periods: [], demonstrations: [] },
  ],
  breaks: [{ week: 10, weeks: 2 }],
}

export const paja: KnownPlace = {
  name: 'Paja Oy',
  businessId: '5523718-7',
  instructors: [{ name: 'Otto Keksitty', email: 'otto@paja.test' }],
  tasks: ['Asennus'],
}

export const right: StudyRight = {
  oid: '1.2.246.562.15.10000000009',
  type: 'ammatillinenkoulutus',
  institutionOid: '1.2.246.562.10.1',
  startsOn: '2026-08-10',
  estimatedEndOn: '2029-06-01',
  states: [{ start: '2026-08-10', state: 'lasna' }],
  attainments: [{ type: 'ammatillinentutkinto', diaryNumber: 'OPH-1-2026' }],
}

export const student: KnownStudent = {
  studentOid: '1.2.246.562.24.10000000009',
  email: 'testi@esimerkki.test',
  right,
}

export const applyingOf = (
  places: readonly KnownPlace[] = [paja],
  changes: Partial<Applying> = {},
): Applying => ({
  template: { id: 'template-1', diaryNumber: 'OPH-1-2026', body },
  startsOn: '2026-08-10' as PlainDate,
  today: plainDateOf('2026-08-03'),
  hasUnit: () => true,
  versionOf: () => undefined,
  nameOf: code => `Nimi ${code}`,
  institutionName: () => 'Esimerkin ammattiopisto',
  schoolName: 'Oppilaitos',
  placesNamed: name => places.filter(place => place.name.toLowerCase() === name.toLowerCase()),
  placesLike: () => places,
  ...changes,
})
