import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** One part of the checks: a program of node_modules, or a source of ours, run by Node. */
export interface Step {
  readonly name: string
  /** The program and its arguments. */
  readonly run: readonly [string, ...string[]]
  /** Vitest: its tests are counted one by one. */
  readonly counted?: boolean
}

export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** What comes with npm: no program of the machine is used but Node itself. */
const programs: Readonly<Record<string, string>> = {
  tsc: 'node_modules/typescript/bin/tsc',
  biome: 'node_modules/@biomejs/biome/bin/biome',
  vitest: 'node_modules/vitest/vitest.mjs',
}

function runNode(args: readonly string[], environment: Record<string, string>): Promise<number> {
  return new Promise(resolve => {
    // Without the terminal's standard input, nothing can wait for an answer.
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...process.env, ...environment },
    })
    child.on('error', () => resolve(1))
    child.on('close', code => resolve(code ?? 1))
  })
}

interface VitestSummary {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly numTodoTests: number
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly unknown[] }[]
}

/** A file that does not even load has no failed test of its own: it counts as one. */
export function countsOf(summary: VitestSummary, code: number): Counts {
  const unloaded = summary.testResults.filter(
    file => file.status === 'failed' && file.assertionResults.length === 0,
  )
  const failed = summary.numFailedTests + unloaded.length
  return {
    passed: summary.numPassedTests,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: summary.numPendingTests + summary.numTodoTests,
  }
}

async function runCounted(args: readonly string[]): Promise<Counts> {
  const folder = mkdtempSync(join(tmpdir(), 'yhdessa-summary-'))
  const file = join(folder, 'summary.json')
  try {
    const code = await runNode(args, { YHDESSA_TEST_SUMMARY: file })
    if (!existsSync(file)) return { passed: 0, failed: 1, skipped: 0 }
    return countsOf(JSON.parse(readFileSync(file, 'utf8')) as VitestSummary, code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function runStep({ run: [program, ...rest], counted }: Step): Promise<Counts> {
  const args = [programs[program] ?? program, ...rest]
  if (counted) return runCounted(args)
  const code = await runNode(args, {})
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, skipped: 0 }
}

function total(all: readonly Counts[]): Counts {
  const sum = (pick: (counts: Counts) => number): number =>
    all.reduce((before, counts) => before + pick(counts), 0)
  return { passed: sum(c => c.passed), failed: sum(c => c.failed), skipped: sum(c => c.skipped) }
}

export function closingLine({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * Runs every step, also after one has failed, and closes with a summary. Each test counts as one, and so does
 * each check without tests.
 *
 * @returns the exit code.
 */
export async function runSteps(steps: readonly Step[]): Promise<number> {
  const done: { name: string; counts: Counts; seconds: string }[] = []
  for (const step of steps) {
    console.log(`\n== ${step.name}`)
    const from = performance.now()
    const counts = await runStep(step)
    done.push({ name: step.name, counts, seconds: ((performance.now() - from) / 1000).toFixed(1) })
  }
  console.log('')
  for (const { name, counts, seconds } of done) {
    console.log(`${counts.failed === 0 ? 'ok    ' : 'FAILED'} ${name} (${closingLine(counts)}, ${seconds} s)`)
  }
  const all = total(done.map(({ counts }) => counts))
  console.log(`\n${closingLine(all)}`)
  return all.failed === 0 && all.passed > 0 ? 0 : 1
}
