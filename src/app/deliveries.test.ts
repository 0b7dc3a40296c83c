import { describe, expect, test } from 'vitest'
import { noteOf, sendBy } from '../../test/harness/deliveries.ts'
import {
  approve,
  asked,
  fakes,
  held,
  later,
  noteOfHeld,
  numbers,
  one,
  outcomesOf,
  owner,
  plans,
  provider,
  rowOf,
  service,
  shown,
} from '../../test/harness/delivery-service.ts'
import { auditOf } from '../../test/harness/people.ts'
import type { DeliveryList, RemovalList } from '../features/deliveries/contract.ts'

/** Plans that events of the audit name. */
const named = async (action: string): Promise<string[]> =>
  (
    await service.owner.query(
      'select target_id from audit_event where action = $1 and target_id is not null',
      [action],
    )
  ).rows.map(row => row.target_id)

describe('sending', () => {
  test('an approved plan is created there by one request, without what only the service gives', async () => {
    const [own, plan] = await one()
    expect(await asked(() => own.run())).toHaveLength(1)
    expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 1))
    expect(held(plan)?.plan).not.toHaveProperty('eid')
    expect(await rowOf(plan)).toMatchObject({ state: 'delivered', delivered_version: 1, attempts: 0 })
    expect(await outcomesOf(plan)).toEqual(['created'])
  })

  test('what nobody approved is not sent, and nothing while another sends', async () => {
    const own = await provider()
    const [draft] = await plans(own, 1, false)
    const [plan] = await plans(own, 1)
    await sendBy(owner, own.id, 'register')
    expect(await asked(() => own.run())).toEqual([])
    await sendBy(owner, own.id, 'here')
    await own.run()
    expect([draft && held(draft), plan && noteOfHeld(plan)]).toEqual([undefined, noteOf(numbers, 1)])
  })

  test('a later version replaces it, and the same content is not sent again', async () => {
    const [own, plan] = await one()
    await own.run()
    const { id } = held(plan) ?? {}
    await approve(own, plan)
    await own.run()
    expect([noteOfHeld(plan), held(plan)?.id]).toEqual([noteOf(plan.number, 2), id])
    const same = { localUnits: [{ name: noteOf(plan.number, 2) }] }
    await approve(own, plan, same)
    expect(await asked(() => own.run())).toEqual([])
    expect(await outcomesOf(plan)).toEqual(['created', 'replaced', 'unchanged'])
    expect(await rowOf(plan)).toMatchObject({ state: 'delivered', delivered_version: 3 })
  })

  test('only the newest of several approved versions is sent', async () => {
    const [own, plan] = await one()
    await approve(own, plan)
    await approve(own, plan)
    expect(await asked(() => own.run())).toHaveLength(1)
    expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 3))
  })

  test('a version that is approved while an older one is on its way follows it', async () => {
    const [own, plan] = await one()
    fakes.behave({ service: 'ehoks', mode: 'slow', milliseconds: 300, times: 1 })
    const running = own.run()
    await expect.poll(async () => (await rowOf(plan))?.lease_id ?? null).not.toBeNull()
    await approve(own, plan)
    await own.run()
    await running
    await own.run()
    expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 2))
    expect(await outcomesOf(plan)).toEqual(['created', 'replaced'])
  })
})

describe('a plan that is there already', () => {
  test('is adopted when it says the same, and not overwritten when it does not until somebody decides', async () => {
    const own = await provider()
    const [same, other, earlier] = await plans(own, 3)
    if (!same || !other || !earlier) throw new Error('There are no plans')
    await own.run()
    const there = held(other)
    if (there === undefined) throw new Error('It is not there')
    fakes.held.replace(there.id, { ...there.plan, sahkoposti: 'muutos@esimerkki.test' })
    // As if another installation had sent them: nothing is known of it here.
    await owner.query('delete from delivery_event where provider_id = $1', [own.id])
    await owner.query('delete from delivery where provider_id = $1', [own.id])
    await approve(own, other)
    await approve(own, earlier)
    await own.run()
    expect([await outcomesOf(same), await outcomesOf(other)]).toEqual([['unchanged'], ['differs']])
    // What a register sent and is an earlier version here is followed by the approved one.
    expect([await outcomesOf(earlier), noteOfHeld(earlier)]).toEqual([
      ['replaced'],
      noteOf(earlier.number, 2),
    ])
    expect(noteOfHeld(other)).toBe(noteOf(other.number, 1))
    expect(await shown(own.teacher, other)).toMatchObject({
      state: 'differs',
      failure: { code: 'other-there' },
    })
    // The weekly look does not decide either.
    later(8 * 24 * 60)
    await own.run('check')
    expect(await rowOf(other)).toMatchObject({ state: 'differs', failure: { code: 'other-there' } })
    const guidance = await service.signIn(own.id, ['guidance'])
    expect((await guidance('POST', `/api/plans/${other.id}/delivery/retry`)).statusCode).toBe(204)
    await own.run()
    expect(noteOfHeld(other)).toBe(noteOf(other.number, 2))
  })

  test('and was changed there is not overwritten until somebody decides', async () => {
    const [own, plan] = await one()
    await own.run()
    const there = held(plan)
    if (there === undefined) throw new Error('It is not there')
    fakes.held.replace(there.id, { ...there.plan, sahkoposti: 'muutos@esimerkki.test' })
    await approve(own, plan)
    await own.run()
    expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 1))
    expect(await shown(own.teacher, plan)).toMatchObject({
      state: 'differs',
      failure: { code: 'changed-there' },
    })
    const guidance = await service.signIn(own.id, ['guidance'])
    expect((await guidance('POST', `/api/plans/${plan.id}/delivery/retry`)).statusCode).toBe(204)
    await own.run()
    expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 2))
    expect(await auditOf(owner, own.id, 'deliveries.retry')).toMatchObject([
      { target_id: plan.id, details: { state: 'differs' } },
    ])
  })
})

describe('looking again', () => {
  test('confirms, finds what was changed or taken away there, and mends what came late', async () => {
    const own = await provider()
    const [fine, changed, gone, late] = await plans(own, 4)
    if (!fine || !changed || !gone || !late) throw new Error('There are no plans')
    await own.run()
    const lateThere = held(late)
    await approve(own, late)
    await own.run()
    for (const plan of [changed, gone]) expect(held(plan)).toBeDefined()
    fakes.held.replace(held(changed)?.id ?? 0, {
      ...held(changed)?.plan,
      sahkoposti: 'muutos@esimerkki.test',
    })
    fakes.held.remove(held(gone)?.id ?? 0)
    // A request of an earlier try that was on its way all the time.
    fakes.held.replace(lateThere?.id ?? 0, lateThere?.plan ?? {})
    later(8 * 24 * 60)
    await own.run('check')
    expect([await outcomesOf(changed), await outcomesOf(gone)]).toEqual([
      ['created', 'differs'],
      ['created', 'missing', 'refused'],
    ])
    expect((await rowOf(fine)).confirmed_at).not.toBeNull()
    expect((await shown(own.teacher, gone)).failure?.code).toBe('archived')
    expect(await outcomesOf(late)).toEqual(['created', 'replaced', 'older-found', 'replaced'])
    expect(noteOfHeld(late)).toBe(noteOf(late.number, 2))
  })

  test('takes contact data that the service has erased for no change', async () => {
    const own = await provider()
    const [plan] = await plans(own, 1, false)
    if (plan === undefined) throw new Error('There is no plan')
    await approve(own, plan, { phone: '040 1234567', contact: undefined })
    await own.run()
    const there = held(plan)
    const { puhelinnumero: _, ...without } = there?.plan ?? {}
    fakes.held.replace(there?.id ?? 0, without)
    later(8 * 24 * 60)
    await own.run('check')
    expect(await rowOf(plan)).toMatchObject({ state: 'delivered' })
  })
})

describe('a refusal', () => {
  test('stands on the plan with its places in our words, until it is mended', async () => {
    const [own, plan] = await one()
    await approve(own, plan, {
      localUnits: [{ name: 'x', teachingHours: -1 }],
      vocationalUnits: [{ unitCode: 'väärä', unitCodeVersion: 1 }],
    })
    await own.run()
    const refused = await shown(own.teacher, plan)
    expect(refused).toMatchObject({
      state: 'refused',
      failure: { code: 'faults' },
      permittedActions: ['retry'],
    })
    expect(refused.failure?.findings.map(finding => finding.pointer)).toContain('/vocationalUnits/0/unitCode')
    later(24 * 60)
    expect(await asked(() => own.run())).toEqual([])
    await approve(own, plan)
    await own.run()
    expect(await outcomesOf(plan)).toEqual(['refused', 'created'])
    expect(await shown(own.teacher, plan)).not.toHaveProperty('failure')
  })

  test('is tried again when an administrator says so, of all plans', async () => {
    const own = await provider()
    const all = await plans(own, 3)
    fakes.behave({ service: 'ehoks', mode: 'refuse' })
    await own.run()
    fakes.behave({ service: 'ehoks', mode: 'normal' })
    const answer = await own.administrator('POST', '/api/deliveries/retry', { state: 'refused' })
    expect(answer.json()).toEqual({ plans: 3 })
    expect(await named('deliveries.retry-all')).toEqual(expect.arrayContaining(all.map(({ id }) => id)))
    expect((await own.teacher('POST', '/api/deliveries/retry', { state: 'refused' })).statusCode).toBe(403)
    await own.run()
    expect(all.filter(one => noteOfHeld(one) !== undefined)).toHaveLength(3)
  })
})

describe('a removal', () => {
  test('is a task of a person, believed when nothing is found any more', async () => {
    const [own, plan] = await one()
    const url = `/api/plans/${plan.id}/removal`
    expect((await own.teacher('POST', url, { reason: 'Väärä opiskelija' })).statusCode).toBe(409)
    await own.run()
    expect((await own.teacher('POST', url, { reason: 'Väärä opiskelija' })).statusCode).toBe(204)
    await approve(own, plan)
    expect(await asked(() => own.run())).toEqual([])
    expect((await own.teacher('POST', `${url}/done`)).statusCode).toBe(403)
    expect((await own.administrator('POST', `${url}/done`)).statusCode).toBe(204)
    await own.run('wake')
    const tasks = (await own.administrator('GET', '/api/removals')).json<RemovalList>()
    expect(tasks.items).toMatchObject([
      { nationalId: held(plan)?.id, removal: { reason: 'Väärä opiskelija', checkedAt: expect.any(String) } },
    ])
    expect(await outcomesOf(plan)).toEqual(['created', 'still-there'])
    fakes.held.remove(held(plan)?.id ?? 0)
    await own.administrator('POST', `${url}/done`)
    await own.run('wake')
    expect(await shown(own.teacher, plan)).toMatchObject({
      state: 'removed',
      removal: { confirmedAt: expect.any(String) },
      permittedActions: [],
    })
    await approve(own, plan)
    expect(await asked(() => own.run())).toEqual([])
    expect((await own.administrator('GET', '/api/removals')).json<RemovalList>().items).toEqual([])
    const done = await own.administrator('GET', '/api/removals?standing=done')
    expect(done.json<RemovalList>().items).toHaveLength(1)
  })

  test('may be withdrawn, and the plan is sent on', async () => {
    const [own, plan] = await one()
    await own.run()
    await own.teacher('POST', `/api/plans/${plan.id}/removal`, { reason: 'Erehdys' })
    await approve(own, plan)
    expect((await own.teacher('POST', `/api/plans/${plan.id}/removal/withdraw`)).statusCode).toBe(204)
    await own.run()
    expect(noteOfHeld(plan)).toBe(noteOf(plan.number, 2))
    expect((await own.teacher('POST', `/api/plans/${plan.id}/removal/withdraw`)).statusCode).toBe(409)
  })
})

test('the list goes on from page to page, by state', async () => {
  const own = await provider()
  await plans(own, 5)
  fakes.behave({ service: 'cas', mode: 'down' })
  await own.run()
  const seen: string[] = []
  let next = ''
  for (let pages = 0; pages < 3; pages += 1) {
    const page = (
      await own.administrator('GET', `/api/deliveries?state=waiting&limit=2${next}`)
    ).json<DeliveryList>()
    seen.push(...page.items.map(item => item.planId))
    next = `&after=${page.next}`
  }
  expect(new Set(seen).size).toBe(5)
  expect(await named('deliveries.list')).toEqual(expect.arrayContaining(seen))
  expect((await own.administrator('GET', '/api/deliveries?after=x')).statusCode).toBe(400)
  expect((await own.teacher('GET', '/api/deliveries')).statusCode).toBe(403)
})
