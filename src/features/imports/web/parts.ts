/** A stretch of one of the files: what one request carries. Documents and parts are counted from 1. */
export interface Part {
  readonly document: number
  readonly part: number
  readonly from: number
  readonly to: number
}

/** Cuts files into parts, in their order. An empty file has one part too, so that its emptiness is told. */
export function partsOf(sizes: readonly number[], partBytes: number): readonly Part[] {
  return sizes.flatMap((size, file) =>
    Array.from({ length: Math.max(1, Math.ceil(size / partBytes)) }, (_, part) => ({
      document: file + 1,
      part: part + 1,
      from: part * partBytes,
      to: Math.min(size, (part + 1) * partBytes),
    })),
  )
}

const shortest = 1_000
const longest = 15_000
/** About a minute and a half of trying in all. */
const triesAtMost = 9

/** How long to wait before the next try of a part, in milliseconds; undefined when it has been tried enough. */
export function pauseAfter(failures: number, status: number): number | undefined {
  const passing = status === 0 || status === 429 || status >= 500
  if (!passing || failures >= triesAtMost) return undefined
  return Math.min(longest, shortest * 2 ** (failures - 1))
}
