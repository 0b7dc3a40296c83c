import { expect, test } from 'vitest'
import type { StoredPlan } from './rules-contacts.ts'
import { restoredBody } from './rules-restore.ts'

test('an earlier body comes back with what was not in it gone, and keeps whose plan it is and when it was approved', () => {
  const old: StoredPlan = {
    firstApprovedOn: '2024-08-20',
    needToAcquireCompetence: true,
    eid: 'old',
    approvedAt: '2024-08-20T09:00:00.000Z',
    studyRightOid: 'old',
    contact: 'a',
    vocationalUnits: [{ unitCode: '1', unitCodeVersion: 1 }],
  }
  const present: StoredPlan = {
    firstApprovedOn: '2024-08-21',
    needToAcquireCompetence: false,
    eid: 'new',
    studyRightOid: 'new',
    id: 7,
    competenceAchievedOn: '2026-01-01',
    vocationalUnits: [],
  }
  expect(restoredBody(old, present)).toEqual({
    firstApprovedOn: '2024-08-21',
    needToAcquireCompetence: true,
    eid: 'new',
    studyRightOid: 'new',
    id: 7,
    contact: 'a',
    vocationalUnits: [{ unitCode: '1', unitCodeVersion: 1 }],
  })
})
