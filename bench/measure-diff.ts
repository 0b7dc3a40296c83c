import type { Plan } from '../src/features/plans/contract.ts'
import { detachContacts, type StoredPlan } from '../src/features/plans/rules-contacts.ts'
import { describeDifference } from '../src/features/plans/rules-words.ts'
import { groupStatements, sentenceOf } from '../src/features/plans/rules-words-sentences.ts'
import type { Speaker } from '../src/features/plans/rules-words-values.ts'
import { addDays, plainDateOf } from '../src/platform/time/plain-date.ts'
import { median } from './load-job.ts'
import { against, type Measured } from './report.ts'

const rounds = 15
const warmUp = 1_000
const milliseconds = 200

/** Microseconds from two versions of a plan to their difference in sentences, against JSON.stringify of both. */
export function measureDiff(plan: Plan): Measured {
  const { body, contacts } = detachContacts(plan, [], idMaker())
  const next = edited(structuredClone(body))
  const people = Object.fromEntries(contacts.map(({ id, content }) => [id, { ...content }]))
  const speaker: Speaker = { language: 'fi', names: {}, contacts: people }
  const ours = (): unknown => sentences(body, next, speaker)
  const floor = (): unknown => JSON.stringify(body).length + JSON.stringify(next).length
  const said = sentences(body, next, speaker)
  if (said.length < fewest)
    throw new Error(`Only ${said.length} sentences: the edits of the benchmark missed`)
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

/** A day's work of a teacher: less would measure little but the comparing. */
const fewest = 8

function sentences(before: StoredPlan, after: StoredPlan, speaker: Speaker): string[] {
  return groupStatements(describeDifference(before, after), speaker).flatMap(({ statements }) =>
    statements.map(one =>
      sentenceOf(one, speaker, { underHeading: true })
        .map(({ text }) => text)
        .join(''),
    ),
  )
}

/** Periods moved and shortened, a share, a text's words, a unit moved to the front, one gone and one new. */
function edited(plan: StoredPlan): StoredPlan {
  const units = plan.vocationalUnits ?? []
  const periods = units.flatMap(unit => unit.learningPeriods ?? [])
  for (const [at, period] of periods.slice(0, 4).entries()) {
    period.end = addDays(plainDateOf(period.end), at % 2 === 0 ? 14 : 5)
    if (at % 2 === 0) period.start = addDays(plainDateOf(period.start), 14)
    if (at === 0) period.partTimeShare = 60
  }
  for (const demonstration of units.flatMap(unit => unit.demonstrations ?? []).slice(0, 2)) {
    demonstration.content = demonstration.content.map(text => `${text} ja kertoo, miksi`)
  }
  const [first, second, ...rest] = units
  const kept = [
    ...rest.slice(0, -1),
    ...(first ? [first] : []),
    ...(second ? [{ ...second, teachingHours: 7 }] : []),
  ]
  const fresh = { unitCode: 'tutkinnonosat_100001', unitCodeVersion: 1 }
  return { ...plan, careerPlanCode: 'urasuunnitelma_0001', vocationalUnits: [fresh, ...kept] }
}

function idMaker(): () => string {
  let made = 0
  return () => {
    made += 1
    return `contact-${made}`
  }
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
