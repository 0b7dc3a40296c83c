import { resolve } from 'node:path'
import { readConfig } from '../platform/config/config.ts'

/** One command of the command line. Each loads its own modules, so that none waits for the others'. */
interface Command {
  readonly usage: string
  readonly purpose: string
  /** @returns the exit code. */
  run(args: string[]): Promise<number>
}

const database = () => import('./start-database.ts')

function refuse(usage: string): number {
  console.error(`Usage: ${usage}`)
  return 2
}

export const commands: Readonly<Record<string, Command>> = {
  start: {
    usage: 'start',
    purpose: 'start the database and the service (npm start)',
    async run() {
      const { start } = await import('./start.ts')
      await start()
      return 0
    },
  },
  serve: {
    usage: 'serve',
    purpose: 'start without building the browser part (npm run dev uses it)',
    async run() {
      const { start } = await import('./start.ts')
      await start({ build: false })
      return 0
    },
  },
  build: {
    usage: 'build',
    purpose: 'build the browser part if its sources have changed',
    async run() {
      const { buildWebIfStale } = await import('./start-web-build.ts')
      await buildWebIfStale(line => console.log(line))
      return 0
    },
  },
  dev: {
    usage: 'dev',
    purpose: 'start, and reload when a source changes (npm run dev)',
    async run() {
      const { dev } = await import('./dev.ts')
      await dev()
      return 0
    },
  },
  cases: {
    usage: 'cases DIR',
    purpose: 'check the case files of a folder (npm run cases -- DIR)',
    async run([folder]) {
      if (folder === undefined) return refuse('npm run cases -- DIR')
      const { runCases } = await import('./cases.ts')
      return runCases(resolve(process.env.INIT_CWD ?? '.', folder))
    },
  },
  import: {
    usage: 'import KIND FILES',
    purpose: 'bring in files of a register: eperusteet, koodisto, organisaatio, koski, hoks, students, staff',
    async run(args) {
      const { importFiles, importUsage, readImportOrder } = await import('./main-import.ts')
      const order = readImportOrder(args)
      if (order === undefined) return refuse(importUsage)
      const { withDatabase } = await database()
      const config = readConfig(process.env)
      return withDatabase(config, url => importFiles(url, order, config))
    },
  },
  key: {
    usage: 'key create|list|revoke …',
    purpose: 'make, list and revoke the API keys of machines',
    async run(args) {
      const [{ withDatabase }, { runKey }] = await Promise.all([database(), import('./key.ts')])
      return withDatabase(readConfig(process.env), url => runKey(url, args))
    },
  },
  provider: {
    usage: 'provider add|list …',
    purpose: 'make and list providers of education',
    async run(args) {
      const [{ withDatabase }, { runProvider }] = await Promise.all([database(), import('./provider.ts')])
      return withDatabase(readConfig(process.env), url => runProvider(url, args))
    },
  },
  role: {
    usage: 'role grant|revoke|list …',
    purpose: 'give, take and list the roles of people, also of operators',
    async run(args) {
      const [{ withDatabase }, { runRole }] = await Promise.all([database(), import('./role.ts')])
      const config = readConfig(process.env)
      const { demoIssuer } = await import('../features/personas/queries.ts')
      const issuer = config.openId?.issuer ?? (config.demo ? demoIssuer : undefined)
      return withDatabase(config, url => runRole(url, args, issuer))
    },
  },
  fakes: {
    usage: 'fakes [FOLDER] (PORT in the environment)',
    purpose:
      'serve fakes of the national services on this machine, from a folder of their files or invented ones',
    async run([folder]) {
      const { runFakes } = await import('../../fakes/main.ts')
      const from = folder === undefined ? undefined : resolve(process.env.INIT_CWD ?? '.', folder)
      const port = process.env.PORT ? Number(process.env.PORT) : undefined
      await runFakes(from, line => console.log(line), port)
      return 0
    },
  },
  openapi: {
    usage: 'openapi [--check]',
    purpose: 'write openapi.json from the contracts, or check that it is up to date',
    async run(args) {
      const { generateOpenApi } = await import('./generate-openapi.ts')
      return generateOpenApi({ check: args.includes('--check') })
    },
  },
  db: {
    usage: 'db types [--check]',
    purpose: 'write db/types.ts and db/schema.sql from the migrations, or check that they are up to date',
    async run([what, ...args]) {
      if (what !== 'types') return refuse('npm run yhdessa -- db types [--check]')
      const { generateDatabaseFiles } = await import('./generate-database.ts')
      return generateDatabaseFiles({ check: args.includes('--check') })
    },
  },
}

export function help(): string {
  const rows = Object.values(commands)
  const width = Math.max(...rows.map(row => row.usage.length))
  const lines = rows.map(row => `  ${row.usage.padEnd(width)}  ${row.purpose}`)
  return ['npm run yhdessa -- COMMAND', '', ...lines].join('\n')
}
