import { describe, expect, test } from 'vitest'
import { noteOf } from '../../test/harness/deliveries.ts'
import {
  approve,
  fakes,
  held,
  later,
  noteOfHeld,
  outcomesOf,
  owner,
  plans,
  provider,
  rowOf,
} from '../../test/harness/delivery-service.ts'
import { newId } from '../platform/ids.ts'

// What this side changes by itself is no change there.

const week = 8 * 24 * 60

describe.each(['details', 'all'] as const)('contacts that were erased here (%s)', extent => {
  test('are no change there, and a later version is sent', async () => {
    const own = await provider()
    const [plan] = await plans(own, 1, false)
    if (plan === undefined) throw new Error('There is no plan')
    const people = { student: newId(), instructor: newId(), other: newId() }
    for (const [kind, id] of Object.entries(people)) {
      const content = {
        ...(kind === 'student' ? {} : { name: `Nimi ${kind}` }),
        ...{ email: `${kind}@esimerkki.test`, phone: '040 1234567' },
      }
      await owner.query(
        `insert into contact (provider_id, id, plan_id, kind, content, created_at) values ($1, $2, $3, $4, $5, now())`,
        [own.id, id, plan.id, kind === 'student' ? kind : 'instructor', content],
      )
    }
    const period = (contact: string) => ({
      ...{
        start: '2025-09-01',
        end: '2025-10-01',
        methodCode: 'osaamisenhankkimistapa_koulutussopimus',
      },
      ...{ methodCodeVersion: 1, partTimeShare: 100, identifier: contact },
      workplace: { name: 'Paja', businessId: '5523718-7', tasks: ['Hitsaus'], instructor: { contact } },
    })
    const unit = {
      ...{ unitCode: 'tutkinnonosat_106945', unitCodeVersion: 2 },
      learningPeriods: [period(people.instructor), period(people.other)],
    }
    const change = { contact: people.student, vocationalUnits: [unit] }
    await approve(own, plan, change)
    await own.run()
    expect(await outcomesOf(plan)).toEqual(['created'])
    expect(JSON.stringify(held(plan)?.plan)).toContain('instructor@esimerkki.test')

    const erased = extent === 'all' ? 'null' : `nullif(content - 'email' - 'phone', '{}')`
    await owner.query(
      `update contact set content = ${erased}, erased_at = now(),
         erased_extent = case when ${erased} is null then 'all' else 'details' end
       where provider_id = $1 and id = any ($2)`,
      [own.id, [people.student, people.instructor]],
    )
    later(week)
    await own.run('check')
    expect(await rowOf(plan)).toMatchObject({ state: 'delivered', confirmed_at: expect.any(Date) })
    await approve(own, plan, change)
    await own.run()
    expect(await outcomesOf(plan)).toEqual(['created', 'replaced'])
    expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 3))
    expect(JSON.stringify(held(plan)?.plan)).not.toMatch(/instructor@|erased:/)

    // What somebody changed of a contact that was not erased is a change as before.
    const there = held(plan)
    const changed = JSON.stringify(there?.plan).replace('other@esimerkki.test', 'muu@esimerkki.test')
    await owner.query('update delivery set due_at = now() where plan_id = $1', [plan.id])
    fakes.held.replace(there?.id ?? 0, JSON.parse(changed))
    await own.run('check')
    expect(await rowOf(plan)).toMatchObject({ state: 'differs' })
  })
})
