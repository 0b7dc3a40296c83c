import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { type FileKind, runImport } from './import.ts'

export const importUsage = 'npm run yhdessa -- import eperusteet|koodisto|koski|hoks [--provider OID] FILES'

const kinds = new Set(['eperusteet', 'koodisto', 'koski', 'hoks'])

export interface ImportOrder {
  readonly kind: FileKind
  readonly providerOid: string | undefined
  readonly files: readonly string[]
}

/** @returns undefined when the arguments are not those of an import. */
export function readImportOrder(args: string[]): ImportOrder | undefined {
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { provider: { type: 'string' } },
    })
    const [kind, ...files] = positionals
    if (kind === undefined || !kinds.has(kind) || files.length === 0) return undefined
    // npm runs us in the checkout; the person named the files from where they stand.
    const from = process.env.INIT_CWD ?? process.cwd()
    const paths = files.map(file => resolve(from, file))
    return { kind: kind as FileKind, providerOid: values.provider, files: paths }
  } catch {
    return undefined
  }
}

/** Runs one import on the migrated database at `url`. @returns the exit code. */
export function importFiles(url: string, { files, kind, providerOid }: ImportOrder): Promise<number> {
  return runImport(url, kind, files, providerOid)
}
