import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

export interface GenerateOptions {
  /** Only compare with what is committed. */
  readonly check: boolean
}

/** Writes a generated file of the repository, or compares it. @returns whether the committed one was right. */
export function keepGenerated(path: string, text: string, options: GenerateOptions): boolean {
  const file = fileURLToPath(new URL(`../../${path}`, import.meta.url))
  const same = existsSync(file) && readFileSync(file, 'utf8') === text
  if (same) return true
  if (options.check) console.error(`${path} is not what its source gives.`)
  else {
    writeFileSync(file, text)
    console.log(`${path} was written.`)
  }
  return false
}
