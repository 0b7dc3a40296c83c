import { flushCompileCache } from 'node:module'
import { type Config, readConfig } from '../platform/config/config.ts'
import { StartFailure } from '../platform/config/start-failure.ts'
import { dataFolder, filesFolder, openMigrated, type RunningDatabase, withDemo } from './start-database.ts'
import { stopOnSignal } from './start-signals.ts'
import { buildWebIfStale } from './start-web-build.ts'

const say = (line: string): void => console.log(line)

/** The demo world goes into an empty database only; after that it is the users'. */
async function openWithDemo(config: Config): Promise<RunningDatabase> {
  const database = await openMigrated(config, say)
  if (!config.demo) return database
  try {
    await withDemo(database.url, async () => {
      const { loadDemo, loadEmptyDemo } = await import('./demo.ts')
      say(`Loading the demo ${config.emptyDemo ? 'people' : 'world'} into the empty database.`)
      const { openFiles } = await import('../platform/files/store.ts')
      if (config.emptyDemo) await loadEmptyDemo(database.url)
      else await loadDemo(database.url, undefined, await openFiles(config.files, filesFolder))
    })
    return database
  } catch (error) {
    await database.stop()
    throw error
  }
}

/** A PostgreSQL of one's own may serve several machines: they must be given one key. */
async function secretKeyOf({ databaseUrl, secretKey }: Config): Promise<string | undefined> {
  if (secretKey !== undefined || databaseUrl !== undefined) return secretKey
  const { keyInFolder } = await import('../platform/auth/vault-key.ts')
  return keyInFolder(dataFolder)
}

/** The demo has national services of its own; whoever signs in elsewhere works for real. */
async function demoFakesOf(config: Config, database: RunningDatabase, secretKey: string | undefined) {
  if (!config.demo || config.openId !== undefined) return undefined
  const { fakesFile, startDemoFakes } = await import('./demo-fakes.ts')
  const file = fakesFile(dataFolder, config.databaseUrl)
  return startDemoFakes({ databaseUrl: database.url, secretKey, file })
}

async function serve(config: Config, database: RunningDatabase) {
  const { runWeb } = await import('./web.ts')
  const secretKey = await secretKeyOf(config)
  const fakes = await demoFakesOf(config, database, secretKey)
  try {
    const nationalFake = fakes === undefined ? {} : { nationalFake: fakes.national }
    const web = await runWeb({ ...config, databaseUrl: database.url, secretKey, ...nationalFake })
    return { ...web, close: () => web.close().finally(() => fakes?.close()) }
  } catch (error) {
    await fakes?.close()
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE') {
      throw new StartFailure(
        `Port ${config.port} is taken by another program: end it, or choose another port (PORT=3001 npm start).`,
      )
    }
    if (code === 'EACCES')
      throw new StartFailure(`This user may not listen on port ${config.port}: choose one above 1023.`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') {
      throw new StartFailure(`HOST is "${config.host}", which is not an address of this machine.`)
    }
    throw error
  }
}

const patience = 15_000

/** Requests and jobs that run may finish, within bounds; the database ends last. */
async function stopInOrder(web: { close(): Promise<void> }, database: RunningDatabase): Promise<void> {
  const late = new Promise<void>(resolve => setTimeout(resolve, patience).unref())
  await Promise.race([web.close(), late])
  await database.stop()
}

export interface StartOptions {
  /** Development builds and serves the browser part by itself. */
  readonly build: boolean
}

/** `npm start`: everything from an empty folder to a running service. Returns when it listens. */
export async function start(options: StartOptions = { build: true }): Promise<void> {
  const config = readConfig(process.env)
  // What takes its time goes side by side: the database, the server's modules, the browser part.
  const opening = openWithDemo(config)
  const modules = import('./web.ts')
  const building = options.build ? buildWebIfStale(say) : Promise.resolve()
  const [database, built] = await Promise.allSettled([opening, building, modules])
  if (database.status === 'rejected') throw database.reason
  try {
    if (built.status === 'rejected') throw built.reason
    const web = await serve(config, database.value)
    stopOnSignal(() => stopInOrder(web, database.value), say)
    const { welcome } = await import('./start-welcome.ts')
    for (const line of await welcome(config, web.address, database.value.url)) say(line)
    // Now, because a process that is killed would not write it.
    flushCompileCache()
  } catch (error) {
    await database.value.stop()
    throw error
  }
}
