import type { Plan } from '../src/features/plans/contract.ts'
import type { StudyRight } from '../src/features/study-rights/contract.ts'
import { type Validated, validateNational } from '../src/integrations/ehoks/validate.ts'
import { systemClock } from '../src/platform/time/clock.ts'
import { median } from './load-job.ts'
import { against, type Measured } from './report.ts'

const rounds = 15
const warmUp = 2_000
const milliseconds = 200

/** Microseconds from the bytes of a plan to its findings, against JSON.parse of the same bytes. */
export function measureValidate(bytes: Buffer): Measured {
  const ours = (): unknown => validated(bytes)
  const floor = (): unknown => JSON.parse(bytes.toString('utf8'))
  for (let turn = 0; turn < warmUp; turn++) {
    ours()
    floor()
  }
  const times: { ours: number[]; floor: number[] } = { ours: [], floor: [] }
  for (let round = 0; round < rounds; round++) {
    times.floor.push(timeOf(floor))
    times.ours.push(timeOf(ours))
  }
  return against(median(times.ours), median(times.floor), 'µs')
}

/** The plan in our words. @throws Error when it is not valid: a refusal would be measured instead of a check. */
export function planOf(bytes: Buffer): Plan {
  const { verdict, plan, findings } = validated(bytes)
  if (verdict === 'valid' && plan !== undefined) return plan
  throw new Error(`The plan of the benchmark is not valid: ${JSON.stringify(findings.slice(0, 5))}`)
}

/** With a study right, so that the rules which need one do their work too. */
function validated(bytes: Buffer): Validated<'post'> {
  return validateNational(bytes, { method: 'post', studyRight, today: systemClock.today() })
}

const studyRight: StudyRight = {
  oid: '1.2.246.562.15.76811932086',
  studentOid: '1.2.246.562.24.42016337194',
  type: 'ammatillinenkoulutus',
  startsOn: '2023-08-01',
  estimatedEndOn: '2028-06-04',
  states: [{ start: '2023-08-01', state: 'lasna' }],
  attainments: [{ type: 'ammatillinentutkinto' }],
}

/** Microseconds of one call, from as many as fit in a fifth of a second. */
function timeOf(work: () => unknown): number {
  const start = performance.now()
  let calls = 0
  let now = start
  for (; now - start < milliseconds; now = performance.now()) {
    for (let turn = 0; turn < 20; turn++) work()
    calls += 20
  }
  return ((now - start) / calls) * 1000
}
