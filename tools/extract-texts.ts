/**
 * Makes the texts of requirements that the demo loads, from whole files of ePerusteet:
 * `node tools/extract-texts.ts DIR`. Run by hand when the national files change, as extract-reference.ts is.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readQualification } from '../src/integrations/eperusteet/codec.ts'
import { readTexts } from '../src/integrations/eperusteet/codec-texts.ts'

const files = [
  'OPH-5410-2021_ajoneuvoalan-perustutkinto',
  'OPH-1161-2018_liikunnan-ja-valmennuksen-ammattitutkinto',
  'OPH-1488-2021_tuva',
  'OPH-2659-2017_telma',
]

/** One text a line, so that a change of one unit is a change of one line. */
function lines(entries: Iterable<readonly [string, unknown]>): string {
  return [...entries].map(([key, value]) => `  ${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',\n')
}

function main(from: string): void {
  const to = new URL('../db/demo/reference-texts/', import.meta.url)
  mkdirSync(to, { recursive: true })
  for (const name of files) {
    const json: unknown = JSON.parse(readFileSync(join(from, `${name}.json`), 'utf8'))
    const reading = readQualification(json)
    if (!reading.ok) throw new Error(`${name}: ${reading.refusal.code}`)
    const { diaryNumber, id, source } = reading.value
    const { scales, structure, units } = readTexts(json)
    const head = JSON.stringify({ diaryNumber, id, source, structure }).slice(0, -1)
    const body = `${head},"scales":{\n${lines(scales)}\n},"units":{\n${lines(units)}\n}}\n`
    writeFileSync(new URL(`${diaryNumber}.json`, to), body)
  }
}

const [from] = process.argv.slice(2)
if (from === undefined) {
  console.error('Usage: node tools/extract-texts.ts DIR')
  process.exitCode = 1
} else main(from)
