import { whoMay } from '../../platform/access/access.ts'
import { type AuditContext, audited, notAudited, record } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import { type Endpoint, endpoint } from '../../platform/http/endpoint.ts'
import { AppError } from '../../platform/http/error.ts'
import { dayOf } from '../../platform/time/plain-date.ts'
import { clockAccess } from './access.ts'
import { clockMoved } from './audit.ts'
import { ClockMove, ClockView } from './contract.ts'
import { storeDays } from './queries.ts'
import { daysOf } from './rules.ts'
import type { DemoClock } from './service.ts'

export interface ClockRouteDependencies {
  readonly database: Database
  /** Undefined outside the demo: there the day is the real one, and there is nothing here. */
  readonly clock: DemoClock | undefined
}

const path = '/api/clock'
const tag = 'clock'

export function clockRoutes({ database, clock }: ClockRouteDependencies): Endpoint[] {
  const move = async (audit: AuditContext, days: number): Promise<{ body: ClockView }> => {
    const demoClock = inDemo(clock)
    await write(database, audit.actor.providerId, async transaction => {
      await storeDays(transaction, days)
      await record(transaction, audit, clockMoved, { details: { days } })
    })
    await demoClock.refresh()
    return { body: view(demoClock) }
  }
  return [
    endpoint({
      method: 'GET',
      path,
      tag,
      summary: 'The day of the demo, and by how much it is moved (demo only)',
      answers: { 200: ClockView },
      access: whoMay(clockAccess.read),
      audit: notAudited("The day is no one's data"),
      transaction: 'none',
      handle: async () => ({ body: view(inDemo(clock)) }),
    }),
    endpoint({
      method: 'PUT',
      path,
      tag,
      summary: 'Move the day of the demo, for everybody in it (demo only)',
      body: ClockMove,
      answers: { 200: ClockView },
      access: whoMay(clockAccess.move),
      audit: audited(clockMoved),
      transaction: 'none',
      handle: async ({ body, audit, now }) => {
        inDemo(clock)
        const days = daysOf(body, dayOf(now))
        if (days === undefined) throw new AppError('clock.too-far', 400, { pointer: '/date' })
        return move(audit, days)
      },
    }),
    endpoint({
      method: 'DELETE',
      path,
      tag,
      summary: 'Back to the real day (demo only)',
      answers: { 200: ClockView },
      access: whoMay(clockAccess.move),
      audit: audited(clockMoved),
      transaction: 'none',
      handle: async ({ audit }) => move(audit, 0),
    }),
  ]
}

/** @throws AppError outside the demo. */
function inDemo(clock: DemoClock | undefined): DemoClock {
  if (clock === undefined) throw new AppError('request.not-found', 404)
  return clock
}

function view(clock: DemoClock): ClockView {
  return { days: clock.days(), today: clock.today(), realToday: dayOf(clock.now()) }
}
