import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Refusal } from '../features/imports/contract.ts'

/** A file of an import, read; or why it cannot be. */
export type JsonFile =
  | { readonly ok: true; readonly name: string; readonly json: unknown }
  | { readonly ok: false; readonly name: string; readonly refusal: Refusal }

// The largest national file is 10 MB; what is much larger is no such file.
const sizeLimit = 100_000_000

/** Reads a JSON file. Never throws: whatever is wrong is a refusal of the whole file. */
export async function readJsonFile(path: string): Promise<JsonFile> {
  const name = basename(path)
  const refuse = (code: string, params?: Record<string, string>): JsonFile => ({
    ok: false,
    name,
    refusal: { pointer: '', code, ...(params ? { params } : {}) },
  })
  try {
    const { size } = await stat(path)
    if (size > sizeLimit) return refuse('too-large', { limit: String(sizeLimit / 1_000_000) })
    const bytes = await readFile(path)
    const text = decode(bytes)
    if (text === undefined) return refuse('not-utf8')
    return parse(text, name)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return refuse('unreadable', { reason: code ?? 'unknown' })
  }
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

function parse(text: string, name: string): JsonFile {
  try {
    return { ok: true, name, json: JSON.parse(text) }
  } catch (error) {
    return { ok: false, name, refusal: { pointer: '', code: 'not-json', params: placeOf(error, text) } }
  }
}

/** The line and column that the parser's message tells of; the end of the text when it tells none. */
function placeOf(error: unknown, text: string): { line: string; column: string } {
  const told = /position (\d+)/.exec((error as Error).message)?.[1]
  const before = text.slice(0, told === undefined ? text.length : Number(told))
  const lines = before.split('\n')
  return { line: String(lines.length), column: String((lines.at(-1)?.length ?? 0) + 1) }
}
