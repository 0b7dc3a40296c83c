import { readdirSync, readFileSync } from 'node:fs'

// Linux counts in ticks of 10 ms for every program, whatever its kernel's own clock.
const millisecondsPerTick = 10

interface Stat {
  readonly parent: number
  readonly ticks: number
}

/** Undefined for a process that has ended. */
function statOf(pid: number): Stat | undefined {
  try {
    // The name in brackets may hold spaces, so the fields are counted from its end.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }
  } catch {
    return undefined
  }
}

/** CPU time so far in milliseconds of a server and of a database with all its backends. */
export function cpuOf(server: number, database: number): number {
  let ticks = statOf(server)?.ticks ?? 0
  for (const entry of readdirSync('/proc')) {
    const stat = /^\d+$/.test(entry) ? statOf(Number(entry)) : undefined
    if (stat !== undefined && (stat.parent === database || Number(entry) === database)) ticks += stat.ticks
  }
  return ticks * millisecondsPerTick
}

export const canReadCpu = process.platform === 'linux'
