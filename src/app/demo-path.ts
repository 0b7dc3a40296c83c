import type { NewComment, ReaderRole } from '../features/comments/contract.ts'
import { readerChoices, writeComment } from '../features/comments/service.ts'
import { insertGoal } from '../features/goals/queries.ts'
import { askForHelp } from '../features/help-requests/service.ts'
import { itemsOf } from '../features/paths/rules-items.ts'
import { findPersonOf } from '../features/personas/public.ts'
import { findPlan, type PlanRecord } from '../features/plans/public.ts'
import { findProposals } from '../features/proposals/queries.ts'
import { answerProposal, makeProposal } from '../features/proposals/service.ts'
import { findStudentId } from '../features/students/public.ts'
import type { Person } from '../platform/access/actor.ts'
import { type WriteTransaction, write } from '../platform/db/door.ts'
import { newId, uuidOf } from '../platform/ids.ts'
import type { DemoRun } from './demo-history.ts'
import { savingContext } from './import-hoks.ts'

interface DemoPath {
  readonly student: string
  readonly studentOid: string
  readonly studyRightOid: string
  readonly teacher: string
  readonly words: {
    readonly answered: string
    readonly answer: string
    readonly open: string
    readonly goal: string
    readonly comment: string
    readonly help?: string
  }
}

const paths: readonly DemoPath[] = [
  {
    student: 'opiskelija-kuusenkerkka',
    studentOid: '1.2.246.562.98.42966906473',
    studyRightOid: '1.2.246.562.15.45696030506',
    teacher: 'olli-opettavainen',
    words: {
      answered: 'Haluaisin tehdä yhden näytön nykyisellä työpaikallani.',
      answer: 'Hyvä ajatus. Sovimme näytöstä työpaikan kanssa ennen joulua.',
      open: 'Työpaikalla on hiljaista maaliskuussa. Voisinko aloittaa myöhemmin?',
      goal: 'Osaan huoltaa sähköauton itse',
      comment: 'Hienoa, että kysyit työpaikalta itse. Muistutan ohjaajaa vielä turvallisuudesta.',
      help: 'En muista, miten sähköauton jännite katkaistaan. Voisimmeko harjoitella?',
    },
  },
  {
    student: 'studerande-havsvind',
    studentOid: '1.2.246.562.98.92021344111',
    studyRightOid: '1.2.246.562.15.55991525092',
    teacher: 'lars-lararson',
    words: {
      answered: 'Jag vill gärna göra ett yrkesprov på sommaren.',
      answer: 'Det går bra. Vi kommer överens om dagen i april.',
      open: 'Jag vill hellre lära mig mer om det här ute på en arbetsplats.',
      goal: 'Jag kan serva en elbil på egen hand',
      comment: 'Bra jobbat den här veckan. Fortsätt så.',
    },
  },
]

/** What students have proposed, want and were told, so that each page of the path has something on it. */
export async function loadPaths(run: DemoRun): Promise<void> {
  const { engine, providerId } = run
  for (const path of paths) {
    await write(engine.database, providerId, async transaction => {
      const people = await peopleOf(transaction, run, path)
      if (people === undefined) return
      const { plan, student } = people
      const said = await findProposals(transaction, student, student.studentId ?? '')
      if (said.length === 0) await say(transaction, run, { ...people, plan, words: path.words })
    })
  }
}

interface People {
  readonly student: Person
  readonly teacher: Person
  readonly plan: PlanRecord
}

async function peopleOf(
  transaction: WriteTransaction,
  { providerId }: DemoRun,
  path: DemoPath,
): Promise<People | undefined> {
  const studentId = await findStudentId(transaction, path.studentOid)
  const student = await findPersonOf(transaction, providerId, path.student)
  const teacher = await findPersonOf(transaction, providerId, path.teacher)
  const plan = await findPlan(transaction, { studyRightOid: path.studyRightOid })
  if (studentId === undefined || !student || !teacher || plan === undefined) return undefined
  return { student: { ...student, studentId: uuidOf(studentId) }, teacher, plan }
}

async function say(
  transaction: WriteTransaction,
  run: DemoRun,
  { plan, student, teacher, words }: People & Pick<DemoPath, 'words'>,
): Promise<void> {
  const { around, engine, providerId } = run
  const [now, today] = [engine.clock.now(), engine.clock.today()]
  const as = (actor: Person) => ({ transaction, audit: { actor, now }, today })
  const units = () => ({ hasUnit: () => true, versionOf: () => undefined })
  const studentId = student.studentId ?? ''
  const propose = (about: string, message: string) =>
    makeProposal(as(student), { planId: plan.id, kind: 'other', about, message }, units)

  const { id } = await propose('plan', words.answered)
  const context = await savingContext(transaction, as(teacher), around)
  await answerProposal(context, id, { state: 'accepted', reason: words.answer }, units)
  const coming = itemsOf(plan.body, new Map()).find(({ start }) => start > today)
  await propose(coming?.partKey ?? 'plan', words.open)

  const goal = { id: newId(), providerId, studentId, now, by: student.id, text: words.goal }
  await insertGoal(transaction, { ...goal, dueOn: `${Number(today.slice(0, 4)) + 1}-05-31` })
  if (words.help !== undefined)
    await askForHelp(as(student), { topic: 'learning', askedOf: 'teacher', message: words.help })
  const choices = await readerChoices(as(teacher), studentId)
  const wanted: readonly ReaderRole[] = ['student', 'guidance']
  const readers = choices.filter(({ role }) => wanted.includes(role)).flatMap(({ keys }) => keys)
  const comment: NewComment = { studentId, planId: plan.id, about: 'plan', text: words.comment, readers }
  await writeComment(as(teacher), comment)
}
