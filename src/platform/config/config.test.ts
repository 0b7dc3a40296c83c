import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { StartFailure } from './start-failure.ts'

test('nothing set: port 3000 on this machine, the embedded database, the demo', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: 'localhost',
    databaseUrl: undefined,
    demo: true,
    publicUrl: 'http://localhost:3000',
  })
})

test('what is set is taken', () => {
  const databaseUrl = 'postgres://owner:secret@db.example/yhdessa'
  const given = {
    PORT: '8080',
    HOST: '0.0.0.0',
    DATABASE_URL: databaseUrl,
    DEMO: 'off',
    PUBLIC_URL: 'https://y.example/',
  }
  expect(readConfig(given)).toEqual({
    port: 8080,
    host: '0.0.0.0',
    databaseUrl,
    demo: false,
    publicUrl: 'https://y.example',
  })
})

test.each([
  ['PORT', 'http'],
  ['PORT', '65536'],
  ['PORT', '-1'],
  ['PORT', '30.5'],
  ['DATABASE_URL', 'mysql://db.example/yhdessa'],
  ['DATABASE_URL', 'db.example'],
  ['DEMO', 'yes'],
  ['PUBLIC_URL', 'y.example'],
])('%s=%s is refused in a sentence that names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(StartFailure)
  expect(() => readConfig({ [name]: value })).toThrow(name)
})

test('a wrong DATABASE_URL is not repeated: it may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://a:hunter2@db' })).toThrow(/^((?!hunter2).)*$/)
})
