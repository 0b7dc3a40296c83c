import { describe, expect, test } from 'vitest'
import type { StoredPlan } from '../../rules-contacts.ts'
import { insertAt, moveAt, removeAt, setAt, valueAt } from './body.ts'
import { addContact, insert, isChanged, move, remove, set, setTyped, startWriting } from './writing.ts'

const unit = (code: string) => ({ unitCode: code, unitCodeVersion: 1 })
const plan = {
  firstApprovedOn: '2026-08-20',
  needToAcquireCompetence: true,
  vocationalUnits: [unit('a'), unit('b'), unit('c')],
  commonUnits: [{ ...unit('y'), subjectAreas: [{ subjectAreaCode: 's', subjectAreaCodeVersion: 1 }] }],
} as StoredPlan
const codes = (body: StoredPlan) => (body.vocationalUnits ?? []).map(one => one.unitCode).join('')

describe('a body', () => {
  test('gets a value where the way there does not exist yet, and nothing else is copied', () => {
    const changed = setAt(plan, '/vocationalUnits/1/deviation', 'Muutos')
    expect(valueAt(changed, '/vocationalUnits/1/deviation')).toBe('Muutos')
    expect(changed.vocationalUnits?.[0]).toBe(plan.vocationalUnits?.[0])
    expect(changed.commonUnits).toBe(plan.commonUnits)
    expect(plan.vocationalUnits?.[1]).toEqual(unit('b'))
  })

  test('loses a member that is set to nothing', () => {
    expect(Object.keys(setAt({ ...plan, phone: '1' } as StoredPlan, '/phone', undefined))).not.toContain(
      'phone',
    )
  })

  test('gets new members at the end, also into a list that is not there', () => {
    const { plan: changed, pointer } = insertAt(plan, '/vocationalUnits/0/learningPeriods', { start: 'x' })
    expect(pointer).toBe('/vocationalUnits/0/learningPeriods/0')
    expect(valueAt(changed, `${pointer}/start`)).toBe('x')
  })

  test('loses an emptied list, but for those that the contract demands', () => {
    const { commonUnits } = removeAt(plan, '/commonUnits/0/subjectAreas/0')
    expect(commonUnits?.[0]?.subjectAreas).toEqual([])
    expect(Object.keys(removeAt(plan, '/commonUnits/0'))).not.toContain('commonUnits')
  })

  test.each([
    ['/vocationalUnits/0', 1, 'bac'],
    ['/vocationalUnits/2', -1, 'acb'],
    ['/vocationalUnits/0', -1, 'abc'],
    ['/vocationalUnits/2', 1, 'abc'],
  ] as const)('moves %s by %i: %s', (pointer, by, expected) => {
    expect(codes(moveAt(plan, pointer, by))).toBe(expected)
  })

  test('is not reached through inherited names', () => {
    expect(valueAt(plan, '/constructor')).toBeUndefined()
    expect(Object.hasOwn(setAt(plan, '/a~1b/c', 1), 'a/b')).toBe(true)
  })
})

describe('what is being written', () => {
  const start = startWriting({ version: 1, plan, contacts: {} })
  const typing = setTyped(setTyped(start, '/vocationalUnits/1/teachingHours', '1,'), '/phone', '?')

  test('is changed by values, by half typed texts and by a reason, and not by setting what is there', () => {
    expect(isChanged(start)).toBe(false)
    expect(isChanged(set(start, '/firstApprovedOn', '2026-08-20'))).toBe(false)
    expect(isChanged(set(start, '/firstApprovedOn', '2026-08-21'))).toBe(true)
    expect(isChanged(typing)).toBe(true)
    expect(isChanged({ ...start, reason: 'x' })).toBe(true)
    expect(isChanged(insert(start, '/localUnits', {}).writing)).toBe(true)
  })

  test('keeps half typed texts with their part when it moves, and drops them when it goes', () => {
    expect(move(typing, '/vocationalUnits/1', 1).typed).toEqual({
      '/vocationalUnits/2/teachingHours': '1,',
      '/phone': '?',
    })
    expect(remove(typing, '/vocationalUnits/0').typed).toHaveProperty('/vocationalUnits/0/teachingHours')
    expect(remove(typing, '/vocationalUnits/1').typed).toEqual({ '/phone': '?' })
    expect(setTyped(typing, '/phone', undefined).typed).not.toHaveProperty('/phone')
  })

  test('knows the people who were added', () => {
    expect(addContact(start, 'new', { kind: 'instructor', name: 'Testi' }).added.new?.name).toBe('Testi')
  })
})
