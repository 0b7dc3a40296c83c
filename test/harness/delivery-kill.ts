import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll } from 'vitest'
import type { DeliveryTask } from './delivery-child.ts'

const childFile = fileURLToPath(new URL('./delivery-child.ts', import.meta.url))
const compileCache = fileURLToPath(new URL('../../.cache/compile', import.meta.url))

/** Runs the sending in a process of its own; answers whether it came to its end. */
export function deliveryKiller(): (task: DeliveryTask) => Promise<boolean> {
  const children = new Set<ChildProcess>()
  afterAll(() => {
    for (const child of children) child.kill('SIGKILL')
  })
  return async task => {
    const env = { ...process.env, NODE_COMPILE_CACHE: compileCache }
    const child = fork(childFile, { env, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
    children.add(child)
    let ended = false
    child.on('message', () => {
      ended = true
    })
    child.send(task)
    await once(child, 'exit')
    children.delete(child)
    return ended
  }
}
