import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type JsonRecord, recordAt, textAt } from '../platform/json/look.ts'
import { type CheckCase, checkDurationCase, checkIdentifierCase } from './cases-kinds.ts'
import { checkValidationCase } from './cases-validation.ts'

/** A file of cases that is known by its name: its lists of cases and how one is checked. */
interface CaseFile {
  readonly name: string
  readonly lists: readonly string[]
  readonly check: CheckCase
}

const caseFiles: readonly CaseFile[] = [
  { name: 'hoks-validation.json', lists: ['cases', 'patch'], check: checkValidationCase },
  { name: 'oids-and-business-ids.json', lists: ['cases'], check: checkIdentifierCase },
  { name: 'workplace-period-durations.json', lists: ['cases'], check: checkDurationCase },
]

interface Tally {
  passed: number
  failed: number
  /** True when a file could not be used at all. */
  unusable: boolean
}

/**
 * Runs the case files that stand in the folder (npm run cases -- DIR) and prints each failing case.
 * @returns 0 when every case of every file passed, else 1.
 */
export async function runCases(dir: string, print: (line: string) => void = console.log): Promise<number> {
  const tally: Tally = { passed: 0, failed: 0, unusable: false }
  let found = 0
  for (const file of caseFiles) {
    const text = await textOf(join(dir, file.name))
    if (text === 'absent') continue
    found += 1
    runFile(file, text, tally, print)
  }
  if (found === 0) print(`${dir}: none of ${caseFiles.map(file => file.name).join(', ')}`)
  print(`${tally.passed} passed, ${tally.failed} failed`)
  return found > 0 && tally.failed === 0 && !tally.unusable ? 0 : 1
}

async function textOf(path: string): Promise<{ text: string } | { fault: string } | 'absent'> {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(await readFile(path)) }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    return code === 'ENOENT' || code === 'ENOTDIR'
      ? 'absent'
      : { fault: `cannot be read (${messageOf(error)})` }
  }
}

function runFile(
  { name, lists, check }: CaseFile,
  source: { text: string } | { fault: string },
  tally: Tally,
  print: (line: string) => void,
): void {
  const content = 'fault' in source ? source : parsed(source.text)
  const items = 'fault' in content ? [] : lists.flatMap(list => itemsOf(content.file, list))
  if ('fault' in content || items.length === 0) {
    print(`${name}: ${'fault' in content ? content.fault : 'holds no case'}`)
    tally.unusable = true
    return
  }
  for (const [index, item] of items.entries()) {
    const faults = outcomeOf(check, item, content.file)
    if (faults.length === 0) tally.passed += 1
    else {
      tally.failed += 1
      print(`${name}: ${nameOf(item, index)}: ${faults.join('; ')}`)
    }
  }
}

function parsed(text: string): { file: JsonRecord } | { fault: string } {
  try {
    const value: unknown = JSON.parse(text)
    // A bare list is taken as the cases themselves.
    return { file: Array.isArray(value) ? { cases: value } : (recordAt(value) ?? {}) }
  } catch (error) {
    return { fault: `is not JSON (${messageOf(error)})` }
  }
}

function itemsOf(file: JsonRecord, list: string): readonly unknown[] {
  const items = file[list]
  return Array.isArray(items) ? items : []
}

function outcomeOf(check: CheckCase, item: unknown, file: JsonRecord): readonly string[] {
  const record = recordAt(item)
  if (!record) return ['is no case']
  try {
    return check(record, file)
  } catch (error) {
    return [`stopped with ${messageOf(error)}`]
  }
}

function nameOf(item: unknown, index: number): string {
  const record = recordAt(item) ?? {}
  return textAt(record.id) ?? textAt(record.title) ?? `case ${index + 1}`
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
