import { expect, test } from 'vitest'
import { readConfig } from './config.ts'
import { StartFailure } from './start-failure.ts'

test('nothing set: port 3000 on this machine, the embedded database, the demo', () => {
  expect(readConfig({})).toEqual({
    port: 3000,
    host: 'localhost',
    databaseUrl: undefined,
    demo: true,
    emptyDemo: false,
    publicUrl: 'http://localhost:3000',
    openId: undefined,
    groupsClaim: 'groups',
    requestsPerMinute: 600,
    trustProxy: false,
    secretKey: undefined,
    callerId: '1.2.246.562.99.yhdessa',
    privateAddresses: true,
    mail: undefined,
    files: {},
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
    OIDC_ISSUER: 'https://id.example',
    OIDC_CLIENT_ID: 'yhdessa',
    OIDC_CLIENT_SECRET: 'kept',
    OIDC_GROUPS_CLAIM: 'roles',
    REQUESTS_PER_MINUTE: '60',
    TRUST_PROXY: 'on',
    SECRET_KEY: 'k'.repeat(32),
    CALLER_ID: '1.2.246.562.10.1.yhdessa',
    SMTP_URL: 'smtps://us:pw@mail.example:465',
    MAIL_FROM: 'Yhdessä <no-reply@y.example>',
    FILES_S3_BUCKET: 'students',
    FILES_S3_REGION: 'eu-north-1',
    FILES_S3_ENDPOINT: 'https://s3.example',
  }
  expect(readConfig(given)).toEqual({
    port: 8080,
    host: '0.0.0.0',
    databaseUrl,
    demo: false,
    emptyDemo: false,
    publicUrl: 'https://y.example',
    openId: { issuer: 'https://id.example', clientId: 'yhdessa', clientSecret: 'kept' },
    groupsClaim: 'roles',
    requestsPerMinute: 60,
    trustProxy: true,
    secretKey: 'k'.repeat(32),
    callerId: '1.2.246.562.10.1.yhdessa',
    privateAddresses: false,
    mail: { smtpUrl: 'smtps://us:pw@mail.example:465', from: 'Yhdessä <no-reply@y.example>' },
    files: { s3: { bucket: 'students', region: 'eu-north-1', endpoint: 'https://s3.example' } },
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
  ['OIDC_ISSUER', 'https://id.example'],
  ['REQUESTS_PER_MINUTE', '0'],
  ['SECRET_KEY', 'short'],
  ['CALLER_ID', 'two words'],
  ['PRIVATE_ADDRESSES', 'yes'],
  ['FILES_S3_BUCKET', 'without-region'],
  ['FILES_S3_REGION', 'without-bucket'],
])('%s=%s is refused in a sentence that names it', (name, value) => {
  expect(() => readConfig({ [name]: value })).toThrow(StartFailure)
  expect(() => readConfig({ [name]: value })).toThrow(name)
})

test('a wrong DATABASE_URL is not repeated: it may hold a password', () => {
  expect(() => readConfig({ DATABASE_URL: 'mysql://a:hunter2@db' })).toThrow(/^((?!hunter2).)*$/)
})

test('the demo may be empty: signing in, and nothing to see yet', () => {
  expect(readConfig({ DEMO: 'empty' })).toMatchObject({ demo: true, emptyDemo: true })
})
