import { expect, test } from 'vitest'
import { translator } from '../../platform/i18n/texts.ts'
import { ProblemError } from '../../platform/web/api.ts'
import { describeProblem } from './describe.ts'
import { texts } from './texts.ts'

const t = translator(texts, 'en')
const problem = (status: number, more: object = {}) => new ProblemError({ status, code: 'x', ...more })

test.each([
  ["the server's own words", problem(409, { title: 'Changed meanwhile' }), { title: 'Changed meanwhile' }],
  [
    'with a detail',
    problem(400, { title: 'No', detail: 'Why' }),
    { title: 'No', detail: 'Why', lasting: true },
  ],
  [
    'a detail that only repeats is left out',
    problem(400, { title: 'No', detail: 'No' }),
    { title: 'No', lasting: true },
  ],
  [
    'no answer at all',
    new ProblemError({ status: 0, code: 'network' }),
    { title: t('errors.network'), detail: t('errors.networkDetail') },
  ],
  [
    'an ended session without words',
    problem(401),
    { title: t('errors.signedOut'), detail: t('errors.signedOutDetail') },
  ],
  ['a refusal without words', problem(403), { title: t('errors.forbidden'), lasting: true }],
  ['nothing there', problem(404), { title: t('errors.notFound'), lasting: true }],
  ['a conflict', problem(412), { title: t('errors.conflict') }],
  ['another refusal', problem(422), { title: t('errors.refused') }],
  ['away', problem(503), { title: t('errors.away'), detail: t('away.text') }],
  ['a fault of the server', problem(500), { title: t('errors.unexpected') }],
  ['a fault of ours', new TypeError('x is undefined'), { title: t('errors.unexpected') }],
])('%s', (_name, error, expected) => expect(describeProblem(error, t)).toEqual(expected))
