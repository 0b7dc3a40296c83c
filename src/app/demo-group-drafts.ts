import { listDrafts } from '../features/group-drafts/queries.ts'
import { mondayOf } from '../features/group-drafts/rules-dates.ts'
import { makeDraft } from '../features/group-drafts/service-new.ts'
import { findPersonOf } from '../features/personas/public.ts'
import { openReference } from '../features/qualifications/public.ts'
import type { TemplateBody, TemplateUnit } from '../features/templates/contract.ts'
import { insertTemplate, listTemplates } from '../features/templates/queries.ts'
import { templateFromStructure } from '../features/templates/rules-from-structure.ts'
import { read, write } from '../platform/db/door.ts'
import { newId } from '../platform/ids.ts'
import type { DemoRun } from './demo-history.ts'

const maker = 'olli-opettavainen'
const about = { diaryNumber: 'OPH-5410-2021', competenceArea: 'osaamisala_1008' }
const groupCode = 'AJO24A'
const name = 'Ajoneuvoala, ajoneuvotekniikka'

/** A template and a group for which it is being applied, so that the table of questions has something in it. */
export async function loadGroupDrafts({ engine, providerId }: DemoRun): Promise<void> {
  const { clock, database } = engine
  const data = await openReference(database).current()
  if (data.qualification(about.diaryNumber) === undefined) return
  const drafted = await read(database, providerId, listDrafts)
  if (drafted.length > 0) return
  await write(database, providerId, async transaction => {
    const person = await findPersonOf(transaction, providerId, maker)
    if (person === undefined) return
    const [now, today] = [clock.now(), clock.today()]
    const known = (await listTemplates(transaction)).find(one => one.diary_number === about.diaryNumber)
    const templateId = known?.id ?? newId(now.getTime())
    if (known === undefined)
      await insertTemplate(transaction, {
        ...about,
        ...{ id: templateId, providerId, name, groupCode: undefined, version: 1, reason: undefined },
        ...{ body: withWork(templateFromStructure(about, data, today)), authorId: person.id, now },
      })
    const draft = { templateId, groupCode, startsOn: mondayOf(today) }
    await makeDraft(transaction, { actor: person, now }, { actor: person, today }, draft)
  })
}

/** The structure tells no workplaces: every second vocational unit ends at one. */
function withWork({ breaks, units }: TemplateBody): TemplateBody {
  const vocational = units.filter(unit => unit.kind === 'vocational')
  return {
    breaks,
    units: units.map(unit => (vocational.indexOf(unit as never) % 2 === 1 ? atWork(unit) : unit)),
  }
}

function atWork(unit: TemplateUnit): TemplateUnit {
  const [period] = unit.kind === 'vocational' ? unit.periods : []
  if (unit.kind !== 'vocational' || period === undefined || period.weeks < 4) return unit
  const weeks = Math.floor(period.weeks / 2)
  const work = {
    id: `${period.id}-work`,
    week: period.week + weeks,
    weeks: period.weeks - weeks,
    method: 'training-agreement' as const,
  }
  return {
    ...unit,
    periods: [{ ...period, weeks }, work],
    demonstrations: unit.demonstrations.map(one => ({ ...one, place: 'workplace' as const })),
  }
}
