import { expect, test } from 'vitest'
import { othersHelp, ownAnswered, ownComment } from './rules-said.ts'

test('the words of a request for support are only in the own package, without the name of whoever answered', () => {
  const row = { topic: 'learning', message: 'a', answer: 'b', answered_by: 'c' }
  expect(othersHelp(row)).toEqual({ topic: 'learning', answered_by: 'c' })
  expect(ownAnswered(row)).toEqual({ topic: 'learning', message: 'a', answer: 'b' })
})

test.each([
  [['student', 'guidance'], 'teacher', true],
  [['guidance'], 'student', true],
  [['guidance'], 'teacher', false],
])('of a comment to %j by a %s the text is in the own package: %s', (readers, author_role, shown) => {
  expect('text' in ownComment({ text: 'a', readers, author_role })).toBe(shown)
})
