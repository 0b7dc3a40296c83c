import { expect, test } from 'vitest'
import { addressOf, type ListAddress, parametersOf, searchOf } from './search.ts'

const whole: ListAddress = {
  scope: 'mine',
  text: 'mäki v',
  group: 'R 1&2',
  qualification: 'OPH-1',
  rightState: 'lasna',
  planState: 'none',
  sort: '-group',
}

test('an address tells all of the list, and nothing that is not there', () => {
  expect(addressOf(parametersOf(whole))).toEqual(whole)
  expect(parametersOf({}).toString()).toBe('')
  expect(addressOf(new URLSearchParams('q=&plan=odd&sort=age&scope=&page=7'))).toEqual({})
})

test.each<[ListAddress, boolean, object]>([
  [{}, true, { mine: true }],
  [{}, false, {}],
  [{ scope: 'all' }, true, {}],
  [{ scope: 'mine' }, false, { mine: true }],
  [{ group: 'R1' }, true, { group: 'R1' }],
  [{ group: 'R1', scope: 'mine' }, true, { group: 'R1', mine: true }],
])('%j with own students %s asks %j', (address, mineFirst, search) =>
  expect(searchOf(address, mineFirst)).toEqual(search),
)
