import { expect, test } from 'vitest'
import { mergePlans } from './rules-merge.ts'
import { withSharedPeople } from './rules-merge-people.ts'

const body = (contact: string) => ({ vocationalUnits: [{ unitCode: '1', instructor: { contact } }] })
const anna = { kind: 'instructor', name: 'Anna Esimerkki' }

test('the same new person written by both is no conflict', () => {
  const theirs = body('stored')
  const ours = withSharedPeople(
    body('new-1'),
    { 'new-1': anna, old: { name: 'x' } },
    { stored: anna, old: { name: 'x' } },
  )
  expect(ours).toEqual(theirs)
})

test('another new person keeps the own reference through the merge', () => {
  const base = body('old')
  const bo = { kind: 'instructor', name: 'Bo Exempel' }
  const ours = withSharedPeople(body('new-1'), { 'new-1': bo }, { stored: anna })
  const { merged, conflicts } = mergePlans({
    base,
    theirs: { vocationalUnits: [...base.vocationalUnits, { unitCode: '2', instructor: { contact: 'old' } }] },
    ours,
    master: () => 'here',
  })
  expect(merged.vocationalUnits.map(unit => unit.instructor.contact)).toEqual(['new-1', 'old'])
  expect(conflicts).toEqual([])
})

test('people of whom nothing is left are not the same', () => {
  expect(withSharedPeople(body('new-1'), { 'new-1': {} }, { gone: {} })).toEqual(body('new-1'))
})
