import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { newSecret } from './credentials.ts'

const fileName = 'secret-key'

/** The key in the folder of the embedded database's data, made at the first start; only this user may read it. */
export function keyInFolder(folder: string): string {
  const path = join(folder, fileName)
  mkdirSync(folder, { recursive: true })
  try {
    // `wx`: of two processes that start at once the second one finds the key of the first.
    writeFileSync(path, newSecret(), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readFileSync(path, 'utf8').trim()
}
