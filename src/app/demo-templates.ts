import { findPersonOf } from '../features/personas/public.ts'
import { listTemplates } from '../features/templates/queries.ts'
import { giftsGiven } from '../features/templates/queries-gifts.ts'
import { giveTemplate } from '../features/templates/service-gifts.ts'
import { write } from '../platform/db/door.ts'
import type { DemoRun } from './demo-history.ts'

/** Whoever has made a template gives it to all, so that the other providers have something to take a copy of. */
export async function loadTemplateGifts({ engine, providerId }: DemoRun): Promise<void> {
  const { clock, database } = engine
  await write(database, providerId, async transaction => {
    const actor = await findPersonOf(transaction, providerId, 'olli-opettavainen')
    const [template] = await listTemplates(transaction)
    if (actor === undefined || template === undefined) return
    if ((await giftsGiven(transaction, providerId, template.id)).length > 0) return
    const context = { transaction, audit: { actor, now: clock.now() }, today: clock.today() }
    await giveTemplate(context, template.id, undefined)
  })
}
