import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { startTemporary } from '../platform/db/embedded-temporary.ts'
import { migrate } from '../platform/db/migrate.ts'
import { type GenerateOptions, keepGenerated } from './generate-file.ts'
import { schemaText } from './generate-schema.ts'
import { queues } from './queues.ts'

/** The table types as kysely-codegen reads them; dates stay text, as our driver gives them. */
async function tableTypes(url: string, folder: string): Promise<string> {
  const require = createRequire(import.meta.url)
  const program = join(dirname(require.resolve('kysely-codegen/package.json')), 'dist', 'cli', 'bin.js')
  const file = join(folder, 'types.ts')
  const options = [
    '--dialect',
    'postgres',
    '--singularize',
    '--date-parser',
    'string',
    '--default-schema',
    'public',
  ]
  const mapping = ['--type-mapping', JSON.stringify({ int8: 'number' }), '--exclude-pattern', 'pgboss.*']
  const target = ['--url', url, '--out-file', file, '--log-level', 'error']
  await promisify(execFile)(process.execPath, [program, ...options, ...mapping, ...target], { cwd: folder })
  return readFileSync(file, 'utf8')
}

/** Writes db/types.ts and db/schema.sql from a throw-away database that has just been migrated. */
export async function generateDatabaseFiles(options: GenerateOptions): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'yhdessa-generate-'))
  const embedded = await startTemporary()
  try {
    await migrate(embedded.url, queues)
    const types = keepGenerated('db/types.ts', await tableTypes(embedded.url, folder), options)
    const schema = keepGenerated('db/schema.sql', await schemaText(embedded.url), options)
    if (types && schema) return 0
    if (options.check) console.error('Run npm run yhdessa -- db types and commit what it writes.')
    return options.check ? 1 : 0
  } finally {
    await embedded.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
