import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/** Read by the engine at each collection, so they hold from the next one on. */
const steady = ['--semi-space-growth-factor=1', '--heap-growing-percent=50']
const usual = ['--semi-space-growth-factor=2', '--heap-growing-percent=0']

const piecesAtMost = 8 * 1024 * 1024
const lookEvery = 10

/**
 * Keeps a long import as small as a short one. Left alone, the engine doubles the space for new objects again and again
 * while a process is busy, and looks at what has lived through a batch only when that has grown to several times what is
 * in use: the longer an import, the more memory it would hold. Pieces of files stand outside the heap, where it hardly
 * looks at all.
 *
 * @returns ends it
 */
export function keepMemoryLow(): () => void {
  for (const flag of steady) setFlagsFromString(flag)
  const collect = collector()
  // Before its first whole collection the engine counts with a heap of hundreds of megabytes.
  collect('major')
  let left = piecesNow()
  const timer = setInterval(() => {
    if (piecesNow() - left < piecesAtMost) return
    collect('minor')
    left = piecesNow()
  }, lookEvery)
  return () => {
    clearInterval(timer)
    for (const flag of usual) setFlagsFromString(flag)
  }
}

const piecesNow = (): number => process.memoryUsage().arrayBuffers

function collector(): (type: 'major' | 'minor') => void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as (options: { readonly type: 'major' | 'minor' }) => void
  setFlagsFromString('--no-expose-gc')
  return type => collect({ type })
}
