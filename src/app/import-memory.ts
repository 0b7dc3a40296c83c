import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

const growth = 32 * 1024 * 1024

/**
 * Collects garbage whenever the heap has grown by so much. Left alone, the engine lets it grow to several hundred
 * megabytes before it looks at what has lived through a batch, and a long import would take many times what it needs.
 *
 * @returns to be called after each batch
 */
export function memoryKeeper(): () => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  setFlagsFromString('--no-expose-gc')
  let left = process.memoryUsage().heapUsed
  return () => {
    if (process.memoryUsage().heapUsed - left < growth) return
    collect()
    left = process.memoryUsage().heapUsed
  }
}
