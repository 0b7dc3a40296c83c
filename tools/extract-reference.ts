/**
 * Makes the compact extract of public national facts that the demo loads, from whole files of ePerusteet and
 * Koodisto: `node tools/extract-reference.ts DIR`, where DIR holds eperusteet/ and koodisto/. Run by hand when
 * the national files change; the result (db/demo/reference/) is committed.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CodeSet } from '../src/features/codes/contract.ts'
import { codeKey } from '../src/features/codes/rules.ts'
import type { Reading } from '../src/features/imports/contract.ts'
import type { Qualification } from '../src/features/qualifications/contract.ts'
import { readQualification } from '../src/integrations/eperusteet/codec.ts'
import { readCodeSet } from '../src/integrations/koodisto/codec.ts'

const qualificationFiles = [
  'OPH-5410-2021_ajoneuvoalan-perustutkinto',
  'OPH-1117-2019_tieto-ja-viestintatekniikan-perustutkinto-koulutusvientikokeilu',
  'OPH-1161-2018_liikunnan-ja-valmennuksen-ammattitutkinto',
  'OPH-1488-2021_tuva',
  'OPH-2659-2017_telma',
]

/** Sets taken whole; those after them are cut to the codes that the qualifications and the demo use. */
const wholeSets = [
  'osaamisenhankkimistapa',
  'koulutuksenosattuva',
  'ammatillisentutkinnonosanryhma',
  'ammatillisenoppiaineet',
  'koskiopiskeluoikeudentila',
  'opintojenrahoitus',
  'opiskeluoikeudentyyppi',
  'ammatillisentutkinnonsuoritustapa',
]
const cutSets = ['tutkinnonosat', 'koulutus', 'osaamisala', 'tutkintonimikkeet', 'kieli', 'suorituksentyyppi']
const usedBesides = [
  ...['fi', 'sv', 'en'].map(language => `kieli_${language}`),
  ...['ammatillinentutkinto', 'ammatillinentutkintoosittainen', 'telma', 'tuvakoulutuksensuoritus'].map(
    type => `suorituksentyyppi_${type}`,
  ),
]

// The day on which each set was published as read; most of them with the snapshot of the study right register.
const published = new Map([
  ['tutkinnonosat', '2022-10-14'],
  ['koulutus', '2023-09-27'],
])
const snapshot = '2026-08-21'

function taken<T>(file: string, reading: Reading<T>): T {
  if (!reading.ok) throw new Error(`${file}: ${reading.refusal.code} ${reading.refusal.pointer}`)
  for (const refusal of reading.refused) console.warn(`${file}: ${refusal.code} ${refusal.pointer}`)
  return reading.value
}

function codesUsed(qualifications: readonly Qualification[]): ReadonlySet<string> {
  const used = qualifications.flatMap(qualification => [
    ...qualification.units.map(unit => unit.codeUri),
    ...qualification.educationCodes,
    ...qualification.competenceAreas.map(area => area.codeUri),
    ...qualification.titles.map(title => title.codeUri),
  ])
  return new Set([...used, ...usedBesides].map(codeKey))
}

function cut(set: CodeSet, used: ReadonlySet<string>): CodeSet {
  return { ...set, complete: false, codes: set.codes.filter(code => used.has(codeKey(code.uri))) }
}

/** One record a line, so that a change of one code is a change of one line. */
function lines(head: object, name: string, records: readonly unknown[]): string {
  const body = records.map(record => `  ${JSON.stringify(record)}`).join(',\n')
  return `${JSON.stringify(head).slice(0, -1)},"${name}":[\n${body}\n]}\n`
}

function main(from: string): void {
  const to = new URL('../db/demo/reference/', import.meta.url)
  mkdirSync(to, { recursive: true })
  const read = (folder: string, name: string): unknown =>
    JSON.parse(readFileSync(join(from, folder, `${name}.json`), 'utf8'))
  const qualifications = qualificationFiles.map(name =>
    taken(name, readQualification(read('eperusteet', name))),
  )
  for (const { units, ...qualification } of qualifications) {
    writeFileSync(new URL(`${qualification.diaryNumber}.json`, to), lines(qualification, 'units', units))
  }
  const used = codesUsed(qualifications)
  for (const name of [...wholeSets, ...cutSets]) {
    const source = { name: 'Koodisto (Opetushallitus/koski)', date: published.get(name) ?? snapshot }
    const set = taken(name, readCodeSet(read('koodisto', name), source))
    const { codes, ...head } = wholeSets.includes(name) ? set : cut(set, used)
    writeFileSync(new URL(`codes-${name}.json`, to), lines(head, 'codes', codes))
  }
}

const [from] = process.argv.slice(2)
if (from === undefined) {
  console.error('Usage: node tools/extract-reference.ts DIR (with eperusteet/ and koodisto/ in it)')
  process.exitCode = 1
} else main(from)
