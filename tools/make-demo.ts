/**
 * Makes the invented world of the demo: `node tools/make-demo.ts` writes db/demo/world/. The same seed gives the
 * same world. Everything in it is invented; person and organisation numbers are from the national test nodes.
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { type Part, seaCast, spruceCast, twinCast } from './demo/cast.ts'
import { type Editor, makeHistory } from './demo/history.ts'
import type { Hoks } from './demo/hoks.ts'
import { makeOrganisations } from './demo/organisations.ts'
import { makeMappings, makeNewcomers, makePersonas } from './demo/personas.ts'
import { makeProviders, type Provider } from './demo/places.ts'
import { apprenticePlan, localUnit, ordinaryPlan, preparatoryPlan } from './demo/plans.ts'
import { makeRegister } from './demo/register.ts'
import { type Seeded, seeded } from './demo/seeded.ts'
import { makeSending } from './demo/sending.ts'
import { inStudyRegister, makeStudent, nameGiver, type Student } from './demo/students.ts'

const folder = new URL('../db/demo/world/', import.meta.url)
const note = 'Invented: no person, provider or workplace here exists.'

/** One record a line, so that a change of one record is a change of one line. */
function write(name: string, head: object, lists: { readonly [name: string]: readonly unknown[] }): void {
  const bodies = Object.entries(lists).map(
    ([key, records]) => `"${key}":[\n${records.map(record => `  ${JSON.stringify(record)}`).join(',\n')}\n]`,
  )
  const start = JSON.stringify({ note, ...head }).slice(0, -1)
  writeFileSync(new URL(`${name}.json`, folder), `${start},${bodies.join(',')}}\n`)
}

function planOf(random: Seeded, student: Student, { changes = [], plan }: Part): Hoks[] {
  if (plan === 'none') return []
  if (plan === 'preparatory') return [preparatoryPlan(random, student)]
  const made = plan === 'apprentice' ? apprenticePlan(random, student) : ordinaryPlan(random, student)
  if (student.study.units.length > 5)
    made.hoks['hankittavat-paikalliset-tutkinnon-osat'] = [localUnit(made.make)]
  for (const change of changes) change(made.hoks, made.make)
  return [made.hoks]
}

function makeProvider(
  random: Seeded,
  names: ReturnType<typeof nameGiver>,
  provider: Provider,
  cast: readonly Part[],
  editor: Editor,
) {
  const students = cast.map(part => {
    const { changes: _, plan: __, sending: ___, ...wanted } = part
    return { part, student: makeStudent(random, names, { ...wanted, provider }) }
  })
  const made = students.map(({ part, student }) => ({ part, plans: planOf(random, student, part) }))
  const plans = made.flatMap(one => one.plans)
  const sending = makeSending(made, editor)
  // This one's study right is not told to us: its plan comes with the finding that it is unknown.
  const known = students.filter(({ part }) => part.plan !== 'unknown-study-right')
  const register = makeRegister(
    provider,
    known.map(({ student }) => student),
  )
  const { businessId, institution, language, names: providerNames, oid } = provider
  write(
    provider.slug,
    {
      provider: { oid, businessId, names: providerNames, language, institution },
      history: makeHistory(plans, editor),
      ...(sending === undefined ? {} : { sending }),
    },
    {
      studyRegister: known.map(({ student }) => inStudyRegister(student)),
      plans,
      staff: register.staff,
      students: register.students,
    },
  )
  return { first: students[0]?.student, told: register.students }
}

const random = seeded(20_261_122)
const names = nameGiver()
const providers = makeProviders(random)
const editors = {
  spruce: {
    subject: 'olli-opettavainen',
    shorterWeek: 'Opiskelija ja työpaikka sopivat lyhyemmästä työviikosta.',
    newGoal: 'Opiskelija haluaa edetä urallaan valmistuttuaan.',
    wrongRight: 'Suunnitelma tallennettiin väärälle opiskeluoikeudelle.',
  },
  sea: {
    subject: 'lars-lararson',
    shorterWeek: 'Studerande och arbetsplatsen kom överens om en kortare arbetsvecka.',
    newGoal: 'Studerande vill avancera i sin karriär.',
    wrongRight: 'Planen sparades för fel studierätt.',
  },
  twin: {
    subject: 'riikka-rinnakkainen',
    shorterWeek: 'Työviikko lyhenee opiskelijan toiveesta.',
    newGoal: 'Tavoite tarkistettiin ohjauskeskustelussa.',
    wrongRight: 'Suunnitelma tallennettiin väärälle opiskeluoikeudelle.',
  },
}
mkdirSync(folder, { recursive: true })
const { numHits, organisaatiot } = makeOrganisations([providers.spruce, providers.sea, providers.twin])
write('organisations', { numHits }, { organisaatiot })
const made = {
  spruce: makeProvider(random, names, providers.spruce, spruceCast, editors.spruce),
  sea: makeProvider(random, names, providers.sea, seaCast, editors.sea),
  twin: makeProvider(random, names, providers.twin, twinCast, editors.twin),
}
const firsts = { spruce: made.spruce.first, sea: made.sea.first, twin: made.twin.first }
const registers = { spruce: made.spruce.told, sea: made.sea.told }
write(
  'personas',
  {},
  {
    personas: makePersonas(providers, firsts, registers),
    newcomers: makeNewcomers(registers),
    mappings: makeMappings(providers),
  },
)
