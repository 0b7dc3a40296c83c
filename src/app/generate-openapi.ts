import { type GenerateOptions, keepGenerated } from './generate-file.ts'

/** Writes openapi.json from the contracts of every endpoint, or compares it. @returns the exit code. */
export async function generateOpenApi(options: GenerateOptions): Promise<number> {
  const { interfaceDocument } = await import('./openapi.ts')
  const text = `${JSON.stringify(await interfaceDocument(), null, 2)}\n`
  if (keepGenerated('openapi.json', text, options)) return 0
  if (options.check) console.error('Run npm run yhdessa -- openapi and commit what it writes.')
  return options.check ? 1 : 0
}
