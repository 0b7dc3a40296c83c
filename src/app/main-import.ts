import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type ImportKind, importKinds } from '../features/imports/contract.ts'
import type { Config } from '../platform/config/config.ts'
import { type ImportOrder, runImport, type Terminal } from './import.ts'
import { issuerOf } from './import-engine.ts'

const kinds = importKinds.join('|')

export const importUsage = `npm run yhdessa -- import ${kinds} [--provider OID] [--whole] FILES`

const isKind = (text: string | undefined): text is ImportKind => importKinds.some(kind => kind === text)

/** @returns undefined when the arguments are not those of an import. */
export function readImportOrder(args: string[]): ImportOrder | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { provider: { type: 'string' }, whole: { type: 'boolean', default: false } },
    })
    const [kind, ...files] = positionals
    if (!isKind(kind) || files.length === 0) return undefined
    // npm runs us in the checkout; the person named the files from where they stand.
    const from = process.env.INIT_CWD ?? process.cwd()
    const paths = files.map(file => resolve(from, file))
    return { kind, providerOid: values.provider, whole: values.whole, files: paths }
  } catch {
    return undefined
  }
}

/** Runs one import on the migrated database at `url`. @returns the exit code. */
export async function importFiles(url: string, order: ImportOrder, config: Config): Promise<number> {
  const ending = new AbortController()
  const end = (): void => ending.abort()
  // The present batch is finished; a second signal ends the process at once, and loses no more than that batch.
  process.once('SIGINT', end).once('SIGTERM', end)
  try {
    return await runImport(url, order, terminal(ending.signal), issuerOf(config))
  } finally {
    process.off('SIGINT', end).off('SIGTERM', end)
  }
}

const clearLine = '\r\u001b[K'

function terminal(ending: AbortSignal): Terminal {
  const { stderr } = process
  if (!stderr.isTTY) return { say: line => console.log(line), ending }
  return {
    ending,
    say: line => {
      stderr.write(clearLine)
      console.log(line)
    },
    progress: line => stderr.write(`${clearLine}${line}`),
  }
}
