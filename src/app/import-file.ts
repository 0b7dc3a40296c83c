import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Refusal } from '../features/imports/contract.ts'
import { readJson } from '../platform/json/strict.ts'

/** A file of an import, read; or why it cannot be. */
export type JsonFile =
  | { readonly ok: true; readonly name: string; readonly json: unknown }
  | { readonly ok: false; readonly name: string; readonly refusal: Refusal }

// The largest national file is 10 MB; what is much larger is no such file.
const sizeLimit = 100_000_000

/** Reads a JSON file. Never throws: whatever is wrong is a refusal of the whole file. */
export async function readJsonFile(path: string): Promise<JsonFile> {
  const name = basename(path)
  const refuse = (code: string, params: Record<string, string>, pointer = ''): JsonFile => ({
    ok: false,
    name,
    refusal: { pointer, code, params },
  })
  try {
    const { size } = await stat(path)
    if (size > sizeLimit) return refuse('too-large', { limit: String(sizeLimit / 1_000_000) })
    const reading = readJson(await readFile(path))
    if (reading.ok) return { ok: true, name, json: reading.value }
    const { code, column, line, pointer } = reading.problem
    return refuse(`json-${code}`, { line: String(line), column: String(column) }, pointer)
  } catch (error) {
    return refuse('unreadable', { reason: (error as NodeJS.ErrnoException).code ?? 'unknown' })
  }
}
