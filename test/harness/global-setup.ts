import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Embedded } from '../../src/platform/db/embedded.ts'
import { startThrowAway } from './server.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where test files ask for the throw-away database; it starts when the first one asks. */
    databaseDesk: string
  }
}

async function answer(started: Promise<Embedded>): Promise<string> {
  try {
    return JSON.stringify({ url: (await started).url })
  } catch (error) {
    return JSON.stringify({ error: (error as Error).message })
  }
}

function openDesk(path: string, start: () => Promise<Embedded>): Promise<Server> {
  return new Promise((resolve, reject) => {
    const desk = createServer(socket => {
      socket.on('error', () => undefined)
      void answer(start()).then(text => socket.end(text))
    })
    desk.on('error', reject)
    desk.listen(path, () => resolve(desk))
  })
}

/** Runs of pure tests never start a database: it starts on the first question, once for all files. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'yhdessa-desk-'))
  let started: Promise<Embedded> | undefined
  const start = (): Promise<Embedded> => {
    started ??= startThrowAway()
    return started
  }
  const path = join(folder, 'desk')
  const desk = await openDesk(path, start)
  desk.unref()
  project.provide('databaseDesk', path)
  return async () => {
    desk.close()
    rmSync(folder, { recursive: true, force: true })
    await (await started?.catch(() => undefined))?.stop()
  }
}
