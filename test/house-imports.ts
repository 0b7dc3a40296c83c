import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const repository = fileURLToPath(new URL('..', import.meta.url))

const cruiser = join(repository, 'node_modules', 'dependency-cruiser', 'bin', 'dependency-cruiser.mjs')

interface Violation {
  readonly from: string
  readonly to: string
  readonly rule: { readonly name: string }
}

export interface ImportReport {
  /** How many modules were read: with a parser that it cannot use, dependency-cruiser reads none and is content. */
  readonly modules: number
  readonly violations: readonly string[]
}

/** Runs dependency-cruiser with the house's rules on the folders of a repository. */
export async function checkImports(root: string, folders: readonly string[]): Promise<ImportReport> {
  const args = [
    cruiser,
    '--config',
    join(repository, '.dependency-cruiser.mjs'),
    '--output-type',
    'json',
    ...folders,
  ]
  const output = await new Promise<string>((resolve, reject) => {
    // Its exit code is the number of violations; only an empty answer is a failure.
    execFile(process.execPath, args, { cwd: root, maxBuffer: 2 ** 28 }, (error, stdout, stderr) => {
      if (stdout.startsWith('{')) resolve(stdout)
      else reject(error ?? new Error(stderr))
    })
  })
  const { summary } = JSON.parse(output) as { summary: { totalCruised: number; violations: Violation[] } }
  return {
    modules: summary.totalCruised,
    violations: summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} -> ${to}`),
  }
}
