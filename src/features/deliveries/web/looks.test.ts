import { expect, test } from 'vitest'
import { pauseBetweenChecks, pauseBetweenLooks } from './looks.ts'

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
