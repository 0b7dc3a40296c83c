import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { StartFailure } from '../config/start-failure.ts'
import { isNode, sleep } from './embedded-process.ts'

const patience = 120_000

function holderOf(file: string): number {
  try {
    return Number(readFileSync(file, 'utf8'))
  } catch {
    return Number.NaN
  }
}

/** Moved aside before it is removed: of two who find the same stale lock, one succeeds. */
function removeStale(file: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
    rmSync(aside, { force: true })
  } catch {
    // Another process was quicker.
  }
}

function tryTake(file: string): boolean {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

/**
 * Runs `work` while holding the lock file: two processes that start or stop the same database take turns. The
 * lock of a process that is gone (kill -9, power cut) is no lock.
 */
export async function withLock<T>(file: string, work: () => Promise<T>): Promise<T> {
  const end = performance.now() + patience
  while (!tryTake(file)) {
    const holder = holderOf(file)
    if (holder > 0 && !isNode(holder)) removeStale(file)
    else if (performance.now() > end) {
      throw new StartFailure(`Process ${holder} has held ${file} for two minutes: end it and start again.`)
    } else await sleep(20)
  }
  try {
    return await work()
  } finally {
    rmSync(file, { force: true })
  }
}
