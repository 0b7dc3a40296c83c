import { expect, test } from 'vitest'
import { changeOf, type Typed } from './settings-typed.ts'

const typed: Typed = {
  address: ' https://a.example ',
  username: '',
  secret: '',
  secretAway: false,
  schedule: 'daily',
  hour: 3,
  weekday: 1,
}
const sent = { address: 'https://a.example', schedule: 'daily', hour: 3, weekday: 1, version: 4 }

test.each<[string, boolean, Partial<Typed>, object]>([
  ['an untouched password stays', true, { username: 'me' }, { username: 'me' }],
  ['a new one is sent as typed', true, { username: 'me', secret: ' x ' }, { username: 'me', secret: ' x ' }],
  ['the old one is taken away', true, { secretAway: true }, { secret: null }],
  ['a new one wins over taking away', true, { secret: 'x', secretAway: true }, { secret: 'x' }],
  ['an open service is told none', false, { username: 'me', secret: 'x', secretAway: true }, {}],
])('%s', (_case, needsCredentials, given, more) => {
  expect(changeOf({ needsCredentials, version: 4 }, { ...typed, ...given })).toEqual({ ...sent, ...more })
})
