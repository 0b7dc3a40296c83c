import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** One figure. `ratio` compares ours with the floor of the same run; what has no floor has no ratio. */
export interface Measured {
  readonly value: number
  readonly unit: string
  readonly floor: number | null
  readonly ratio: number | null
}

interface Goal {
  readonly of: 'ratio' | 'value'
  readonly sign: '<=' | '>='
  readonly limit: number
}

export const goals = {
  validate: { of: 'ratio', sign: '<=', limit: 5 },
  'plan-get': { of: 'ratio', sign: '>=', limit: 0.35 },
  'plan-get-cpu': { of: 'ratio', sign: '<=', limit: 3 },
  'plan-get-p99': { of: 'ratio', sign: '<=', limit: 2.5 },
  'plan-put': { of: 'ratio', sign: '>=', limit: 0.25 },
  'plan-diff': { of: 'ratio', sign: '<=', limit: 8 },
  'plan-page': { of: 'ratio', sign: '<=', limit: 2 },
  'plan-page-kb': { of: 'value', sign: '<=', limit: 280 },
  'start-warm': { of: 'value', sign: '<=', limit: 3 },
  import: { of: 'ratio', sign: '>=', limit: 0.2 },
  'import-memory': { of: 'ratio', sign: '<=', limit: 1.2 },
  'import-eperusteet': { of: 'ratio', sign: '<=', limit: 12 },
  'search-growth': { of: 'ratio', sign: '<=', limit: 2 },
  'get-growth': { of: 'ratio', sign: '<=', limit: 1.3 },
  'first-page-kb': { of: 'value', sign: '<=', limit: 220 },
  outbox: { of: 'ratio', sign: '>=', limit: 0.6 },
  'plan-pdf': { of: 'ratio', sign: '>=', limit: 0.5 },
  signs: { of: 'ratio', sign: '<=', limit: 4 },
  // Told only: what it costs beside its floor is not known well enough for a goal.
  'my-list': null,
  formation: { of: 'value', sign: '>=', limit: 2_000 },
  'template-apply': { of: 'ratio', sign: '<=', limit: 8 },
  'inputs-one': { of: 'value', sign: '<=', limit: 15 },
  'inputs-group': { of: 'value', sign: '<=', limit: 70 },
} as const satisfies Record<string, Goal | null>

export type Name = keyof typeof goals
export type Results = Partial<Record<Name, Measured>>

export const names = Object.keys(goals) as Name[]

/** Ours against its floor. */
export function against(value: number, floor: number, unit: string): Measured {
  return { value: rounded(value), unit, floor: rounded(floor), ratio: rounded(value / floor) }
}

/** Four digits that mean something; more would pretend. */
export const rounded = (value: number): number => Number(value.toPrecision(4))

function met(goal: Goal, measured: Measured): boolean {
  const figure = measured[goal.of] ?? Number.NaN
  return goal.sign === '<=' ? figure <= goal.limit : figure >= goal.limit
}

const goalText = ({ limit, of, sign }: Goal): string => `${of === 'ratio' ? '' : `${of} `}${sign} ${limit}`

export function table(results: Results): string {
  const rows = names.flatMap(name => {
    const measured = results[name]
    if (measured === undefined) return []
    const { value, unit, floor, ratio } = measured
    const goal: Goal | null = goals[name]
    return [
      [
        name,
        `${value} ${unit}`,
        floor === null ? '' : `${floor}`,
        ratio === null ? '' : `${ratio}`,
        ...(goal === null ? ['', ''] : [goalText(goal), met(goal, measured) ? 'met' : 'missed']),
      ],
    ]
  })
  const all = [['name', 'value', 'floor', 'ratio', 'goal', ''], ...rows]
  const widths = all[0]?.map((_, column) => Math.max(...all.map(row => row[column]?.length ?? 0))) ?? []
  return all
    .map(row =>
      row
        .map((cell, at) => cell.padEnd(widths[at] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

export function writeResults(results: Results): void {
  const file = fileURLToPath(new URL('../bench.json', import.meta.url))
  writeFileSync(file, `${JSON.stringify(results, null, 2)}\n`)
}
