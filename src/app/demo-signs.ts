import { findPersonOf } from '../features/personas/public.ts'
import { lookAtAll } from '../features/signs/jobs.ts'
import { oldestStanding, tellOfSign } from '../features/signs/queries-demo.ts'
import { decide } from '../features/signs/service.ts'
import { read, write } from '../platform/db/door.ts'
import { addDays } from '../platform/time/plain-date.ts'
import type { DemoRun } from './demo-history.ts'

/** Who agrees on something because of a sign, at one provider of the demo. */
const decider = 'elina-ohjakka'
const told = [
  'Olin tekemässä tehtäviä kotona. Näyttö on sovittu opettajan kanssa joulukuulle.',
  'Odotan vastausta kahdesta työpaikasta.',
] as const
const agreed = 'Käydään suunnitelma läpi yhdessä ja merkitään näytön päivät.'

/**
 * The rules look at the demo's plans as they do every night, so what they find is real. At one provider students have told
 * about two signs, and a measure was agreed because of one. Where somebody has looked already, nothing is done.
 */
export async function loadSigns({ engine, providerId }: DemoRun): Promise<void> {
  const { clock, database } = engine
  if ((await read(database, providerId, oldestStanding)).length > 0) return
  await lookAtAll(engine, providerId)
  await write(database, providerId, async transaction => {
    const person = await findPersonOf(transaction, providerId, decider)
    if (person === undefined) return
    const [now, today] = [clock.now(), clock.today()]
    const signs = await oldestStanding(transaction)
    for (const [at, sign] of signs.entries()) await tellOfSign(transaction, sign.id, told[at] ?? '', now)
    const [first] = signs
    if (first === undefined) return
    const who = { kind: 'staff', personId: person.id } as const
    const measure = { text: agreed, who, dueOn: addDays(today, 7) }
    const context = { transaction, today, audit: { actor: person, now } }
    await decide(context, first.id, { decision: 'measure', measure, version: first.version })
  })
}
