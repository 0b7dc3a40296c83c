/** What one connection sends, again and again: its bodies in turn, each change on top of the one before. */
export interface Sender {
  readonly method: 'GET' | 'PUT' | 'POST'
  readonly path: string
  /** Asked in turn instead of the one path, from a place of its own for each connection. */
  readonly paths?: readonly string[]
  readonly headers: Readonly<Record<string, string>>
  readonly bodies?: readonly string[]
  /** Version that the first change is made on; the answers tell the next ones. */
  readonly version?: number
}

export interface Job {
  readonly port: number
  readonly seconds: number
  /** One connection each. */
  readonly senders: readonly Sender[]
  /** Requests a second over all connections; as many as they can where it is left out. */
  readonly rate?: number
}

export interface Outcome {
  readonly requests: number
  readonly seconds: number
  /** Milliseconds. */
  readonly p50: number
  readonly p95: number
  readonly p99: number
  /** Where each connection stands after the run, to go on from in the next one. */
  readonly versions: readonly (number | undefined)[]
}

/** Smallest value that so large a share of the values does not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2
}
