import { expect, test } from 'vitest'
import type { PlanDelivery } from '../contract.ts'
import { asApproved, pauseBetweenChecks, pauseBetweenLooks } from './looks.ts'

const waiting = { sender: 'here', state: 'waiting', tryingNow: false } as const
const pause = { code: 'away', text: '', at: '', since: '', nextTryAt: '', tries: 1 }
const told = { reason: '', askedAt: '', toldDoneAt: '2026-11-23T04:00:00Z' }

test.each([
  ['a plan on its way is looked at often', waiting, 1, 2_000],
  ['and after a while less often', waiting, 10, 20_000],
  ['and less often while the service is away', { ...waiting, pause }, 1, 20_000],
  ['what nobody sends does not move', { ...waiting, sender: 'nobody' as const }, 1, false],
  ['what has arrived is at rest', { ...waiting, state: 'delivered' as const }, 1, false],
  ['what was refused is at rest', { ...waiting, state: 'refused' as const }, 1, false],
  ['unless it is just being tried', { ...waiting, state: 'refused' as const, tryingNow: true }, 1, 2_000],
  ['a removal waits for a person', { ...waiting, state: 'removal' as const }, 1, false],
  ['and then for the check', { ...waiting, state: 'removal' as const, removal: told }, 1, 2_000],
  ['nothing is known yet', undefined, 1, false],
])('%s', (_name, delivery, looks, pauseLength) => {
  expect(pauseBetweenLooks(delivery, looks)).toBe(pauseLength)
})

test.each([
  ['what waits for a person', { reason: '', askedAt: '' }, false],
  ['what was told and not looked for', told, 2_000],
  ['what was found there before it was told', { ...told, checkedAt: '2026-11-23T03:00:00Z' }, 2_000],
  ['what was still there', { ...told, checkedAt: '2026-11-23T04:00:01Z' }, false],
] as const)('of removals: %s', (_name, removal, pauseLength) => {
  expect(pauseBetweenChecks([removal], 1)).toBe(pauseLength)
})

const row: PlanDelivery = {
  ...{ planId: 'p', sender: 'here', attempts: 0, tryingNow: false, history: [], permittedActions: [] },
}
const arrived = { ...row, state: 'delivered', approvedVersion: 2, wantedVersion: 2 } as const

test.each([
  ['approved, and not taken up yet', row, 3, 'waiting', 3],
  ['approved again after it arrived', arrived, 3, 'waiting', 3],
  ['approved by somebody else', { ...row, approvedVersion: 4 }, undefined, 'waiting', 4],
  ['taken up', arrived, 2, 'delivered', 2],
  ['never approved', row, undefined, undefined, undefined],
  ['approved where somebody else sends', { ...row, sender: 'register' as const }, 3, undefined, undefined],
  ['approved and being removed', { ...arrived, state: 'removal' as const }, 3, 'removal', 2],
] as const)('%s', (_name, delivery, known, state, version) => {
  const shown = asApproved(delivery, known)
  expect(shown).toMatchObject(state === undefined ? delivery : { state, wantedVersion: version })
  expect(pauseBetweenLooks(shown, 1)).toBe(state === 'waiting' ? 2_000 : false)
})
