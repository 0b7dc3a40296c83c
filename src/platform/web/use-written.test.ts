import { expect, test } from 'vitest'
import { Unsent } from './use-written.ts'

test('keeps what is unsent by place, and asks whoever leaves the page while any of it waits', () => {
  const page = new EventTarget()
  const unsent = new Unsent(() => page)
  const asks = (): boolean => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))

  unsent.keep('goal', { text: 'Own firm' })
  unsent.keep('comment', { text: 'A question' })
  expect(unsent.read('goal')).toEqual({ text: 'Own firm' })
  unsent.forget('goal')
  expect([unsent.read('goal'), unsent.read('comment'), asks()]).toEqual([
    undefined,
    { text: 'A question' },
    true,
  ])
  unsent.forget('comment')
  expect(asks()).toBe(false)
})
