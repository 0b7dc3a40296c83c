import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const growth = 32 * 1024 * 1024
const lookEvery = 20

/**
 * Collects garbage whenever it has grown by so much. Left alone, the engine lets it grow to several hundred
 * megabytes before it looks at what has lived through a batch, and a long import would take many times what it needs.
 *
 * @returns ends it
 */
export function keepMemoryLow(): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  let left = inUse()
  const timer = setInterval(() => {
    if (inUse() - left < growth) return
    collect()
    left = inUse()
  }, lookEvery)
  return () => clearInterval(timer)
}

/** With the pieces of files, which stand outside the heap. */
function inUse(): number {
  const { external, heapUsed } = process.memoryUsage()
  return heapUsed + external
}
