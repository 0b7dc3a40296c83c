import type { EvidenceContent } from '../features/evidence/contract.ts'
import { addEvidence, evidenceOf, storeFile } from '../features/evidence/public.ts'
import { findPersonOf } from '../features/personas/public.ts'
import { findPlan } from '../features/plans/public.ts'
import { openReference } from '../features/qualifications/public.ts'
import { askRecognitions, decideRecognitions } from '../features/recognitions/public.ts'
import { findStudyRight, saveStudyRight } from '../features/study-rights/public.ts'
import type { Person } from '../platform/access/actor.ts'
import { read, write } from '../platform/db/door.ts'
import type { FileStore } from '../platform/files/store.ts'
import { uuidOf } from '../platform/ids.ts'
import type { DemoRun } from './demo-history.ts'
import { savingContext } from './import-hoks.ts'

/** What somebody of the demo can do already, and what was asked and answered because of it. */
interface DemoLearning {
  readonly studyRightOid: string
  /** Who told it. */
  readonly subject: string
  readonly evidence: readonly EvidenceContent[]
  readonly file?: { readonly name: string; readonly lines: readonly string[] }
  /** Units asked for, of which the last may have been refused. */
  readonly asked: readonly string[]
  readonly refused?: { readonly subject: string; readonly reason: string }
  /** Studies elsewhere, as the study right register tells of them. */
  readonly elsewhere?: string
}

const learning: readonly DemoLearning[] = [
  {
    studyRightOid: '1.2.246.562.15.45696030506',
    subject: 'opiskelija-kuusenkerkka',
    evidence: [
      {
        kind: 'work',
        title: 'Kesätyö sähköautojen huollossa',
        description:
          'Vaihdoin renkaita ja jarrupaloja, latasin ajoakkuja ja tein sähköauton huoltoja asentajan kanssa. Palvelin myös asiakkaita.',
        organisation: 'Keksitty Autohuolto',
        startsOn: '2025-06-02',
        endsOn: '2025-08-08',
      },
    ],
    file: {
      name: 'työtodistus.txt',
      lines: ['Työtodistus (keksitty)', 'Kesätyö 2.6.–8.8.2025: sähköautojen huolto ja renkaat.'],
    },
    asked: ['tutkinnonosat_106883'],
  },
  {
    studyRightOid: '1.2.246.562.15.59680875701',
    subject: 'olli-opettavainen',
    evidence: [
      {
        kind: 'hobby',
        title: 'Moottorien korjaus harrastuksena',
        description: 'Purkanut ja koonnut polttomoottoreita, vaihtanut jakohihnoja ja tiivisteitä.',
        startsOn: '2021-01-01',
      },
    ],
    asked: ['tutkinnonosat_106881'],
    refused: {
      subject: 'olli-opettavainen',
      reason: 'Harrastus kertoo moottorin purkamisesta, mutta ei mittaamisesta. Sovitaan näyttö keväälle.',
    },
    elsewhere: '1.2.246.562.15.90000000019',
  },
  {
    studyRightOid: '1.2.246.562.15.55991525092',
    subject: 'studerande-havsvind',
    evidence: [
      {
        kind: 'volunteer',
        title: 'Frivillig på cykelverkstad',
        description: 'Jag reparerade bromsar och betjänade kunder på lördagar.',
        organisation: 'Påhittade cykelverkstaden',
        startsOn: '2024-03-01',
      },
    ],
    asked: [],
  },
]

/** Evidence, requests and answers of the demo. Where a student has told of anything already, nothing is done. */
export async function loadRecognitions(run: DemoRun, files: FileStore | undefined): Promise<void> {
  const data = await openReference(run.engine.database).current()
  for (const one of learning) {
    const context = await contextOf(run, one)
    if (context !== undefined) await loadLearning(run, one, { ...context, data }, files)
  }
}

async function contextOf({ engine, providerId }: DemoRun, { studyRightOid, subject }: DemoLearning) {
  return read(engine.database, providerId, async transaction => {
    const right = await findStudyRight(transaction, studyRightOid)
    const plan = await findPlan(transaction, { studyRightOid })
    const person = await findPersonOf(transaction, providerId, subject)
    if (right === undefined || plan === undefined || person === undefined) return undefined
    const own = person.roles.includes('student')
    const actor = own ? { ...person, studentId: uuidOf(right.studentId) } : person
    if ((await evidenceOf(transaction, right.studentId)).length > 0) return undefined
    return { studentId: right.studentId, planId: plan.id, ...actingAs(engine, actor) }
  })
}

const actingAs = ({ clock }: DemoRun['engine'], actor: Person) => ({
  actor,
  audit: { actor, now: clock.now() },
  today: clock.today(),
})

type Context = NonNullable<Awaited<ReturnType<typeof contextOf>>> & {
  readonly data: Parameters<typeof askRecognitions>[1]['data']
}

async function loadLearning(
  run: DemoRun,
  one: DemoLearning,
  context: Context,
  files: FileStore | undefined,
): Promise<void> {
  const { database } = run.engine
  const evidenceIds = await write(database, run.providerId, async transaction => {
    const ids: string[] = []
    for (const content of one.evidence) ids.push((await addEvidence(transaction, context, content)).id)
    if (one.elsewhere !== undefined) await saveElsewhere(transaction, context, one.elsewhere)
    if (one.asked.length === 0) return ids
    const parts = one.asked.map(unitCode => ({ unitCode }))
    const { items } = await askRecognitions(transaction, context, {
      ...{ planId: context.planId, parts, evidenceIds: ids },
    })
    if (one.refused !== undefined) {
      const saving = await savingContext(transaction, context, run.around)
      const decided = items.map(({ id, version }) => ({ id, version }))
      const { reason } = one.refused
      const decision = { decision: 'refused' as const, planId: context.planId, items: decided, reason }
      await decideRecognitions(transaction, context, saving, decision)
    }
    return ids
  })
  const [evidenceId] = evidenceIds
  if (files === undefined || one.file === undefined || evidenceId === undefined) return
  const bytes = Buffer.from(`${one.file.lines.join('\n')}\n`)
  await storeFile({ database, files }, context, { evidenceId, name: one.file.name, bytes })
}

/** A unit and a subject area completed at another school, before the present studies. */
async function saveElsewhere(
  transaction: Parameters<typeof saveStudyRight>[0],
  { audit, studentId }: Context,
  oid: string,
): Promise<void> {
  const assessed = (grade: string, assessedOn: string) => ({
    assessment: { grade, scale: 'arviointiasteikkoammatillinen15', assessedOn, passed: true },
  })
  const area = { codeSet: 'ammatillisenoppiaineet', code: 'MLMA', points: 4, ...assessed('3', '2023-12-14') }
  const units = [
    { codeSet: 'tutkinnonosat', code: '106883', points: 20, ...assessed('4', '2024-05-22') },
    { codeSet: 'tutkinnonosat', code: '106728', subjectAreas: [area] },
  ]
  await saveStudyRight(transaction, audit, {
    studentId,
    source: 'demo',
    body: {
      ...{ oid, type: 'ammatillinenkoulutus', startsOn: '2023-08-08', endedOn: '2024-05-31' },
      states: [
        { start: '2023-08-08', state: 'lasna' },
        { start: '2024-05-31', state: 'eronnut' },
      ],
      attainments: [{ type: 'ammatillinentutkinto', diaryNumber: 'OPH-5410-2021' }],
    },
    details: { attainments: [{ units }] },
  })
}
