import type { Page } from 'playwright-core'
import type { Language } from '../../src/platform/i18n/language.ts'

/** A page as somebody sees it: who, and the address, which may have to be found out first. */
export interface LookedAt {
  readonly name: string
  /** The pattern of the page's route. */
  readonly route: string
  /** Whom to sign in as; nobody without it. */
  readonly persona?: string
  readonly address: (page: Page) => Promise<string> | string
  /** What is to be opened on the page before it is looked at. */
  readonly open?: (page: Page) => Promise<void>
  /** The languages in which a guide shows its first screen. */
  readonly guides?: readonly Language[]
}

const teacher = 'olli-opettavainen'
const administrator = 'pekka-paakayttaja'
/** Invented, with a plan that has findings. */
const student = 'Eetu Keksinen'

const at =
  (address: string): LookedAt['address'] =>
  () =>
    address

/** Reads our own interface as the person who is signed in. */
async function read<T>(page: Page, path: string): Promise<T> {
  const answer = await page.request.get(new URL(path, page.url()).href)
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}`)
  return (await answer.json()) as T
}

interface FoundStudents {
  readonly items: readonly {
    readonly id: string
    readonly studyRights: readonly { readonly oid: string; readonly plan?: { readonly id: string } }[]
  }[]
}

async function found(page: Page, text: string): Promise<{ id: string; planId: string }> {
  const { items } = await read<FoundStudents>(page, `/api/students?text=${encodeURIComponent(text)}`)
  const [first] = items
  const planId = first?.studyRights.find(right => right.plan)?.plan?.id
  if (first === undefined || planId === undefined) throw new Error(`The demo has no plan of ${text}`)
  return { id: first.id, planId }
}

const ofPlan =
  (rest: string): LookedAt['address'] =>
  async page =>
    `/plans/${(await found(page, student)).planId}${rest}`

/** Alma's study right has no plan in the demo. */
async function newPlan(page: Page): Promise<string> {
  const { items } = await read<FoundStudents>(page, '/api/students?text=Alma')
  const right = items.flatMap(item => item.studyRights).find(one => one.plan === undefined)
  return `/plans/new?studyRight=${right?.oid ?? ''}`
}

async function firstQualification(page: Page): Promise<number> {
  const { items } = await read<{ items: readonly { id: number }[] }>(page, '/api/qualifications')
  return items[0]?.id ?? 0
}

async function firstUnit(page: Page): Promise<string> {
  const id = await firstQualification(page)
  const qualification = JSON.stringify(await read<unknown>(page, `/api/qualifications/${id}`))
  const [code = ''] = /tutkinnonosat_\d+/.exec(qualification) ?? []
  return `/qualifications/${id}/units/${code}`
}

async function firstRun(page: Page): Promise<string> {
  const { items } = await read<{ items: readonly { id: string }[] }>(page, '/api/imports')
  return `/administration/imports/${items[0]?.id ?? ''}`
}

async function firstDraft(page: Page): Promise<string> {
  const { items } = await read<{ items: readonly { id: string }[] }>(page, '/api/group-drafts')
  return `/group-drafts/${items[0]?.id ?? ''}`
}

async function firstTemplate(page: Page): Promise<string> {
  const { items } = await read<{ items: readonly { id: string }[] }>(page, '/api/templates')
  return `/templates/${items[0]?.id ?? ''}`
}

/** A change of one plan's hours, made for the look at its undoing. */
async function madeChange(page: Page): Promise<string> {
  const { parts, plans } = await read<{
    parts: readonly { unit: string; subjectArea?: string }[]
    plans: readonly { planId: string; masked: boolean }[]
  }>(page, '/api/bulk-changes/selection?group=AJO24A')
  const [part] = parts.filter(one => one.subjectArea === undefined)
  const planIds = plans.filter(plan => !plan.masked).map(plan => plan.planId)
  const operation = { kind: 'set-hours', part: { unit: part?.unit }, hours: 77 }
  const post = async <T>(path: string, body: object): Promise<T> => {
    const session = await read<{ csrfToken: string }>(page, '/api/session')
    const headers = { 'x-csrf-token': session.csrfToken, origin: new URL(page.url()).origin }
    const answer = await page.request.post(new URL(path, page.url()).href, { data: body, headers })
    return (await answer.json()) as T
  }
  const preview = await post<{
    plans: readonly { planId: string; version: number; outcome: string }[]
  }>('/api/bulk-changes/preview', { planIds, operation })
  const chosen = preview.plans.filter(plan => plan.outcome === 'changes').slice(-1)
  const made = await post<{ id: string }>('/api/bulk-changes', {
    ...{ operation, reason: 'Tuntijako' },
    plans: chosen.map(({ planId, version }) => ({ planId, version })),
  })
  return `/bulk-changes/${made.id}/undo`
}

/** The teacher's guide is written in these. */
const inGuides = ['fi', 'sv'] as const

const ofTeacher: readonly Omit<LookedAt, 'persona'>[] = [
  { name: 'my-list', route: '/my-list', address: at('/my-list') },
  { name: 'students', route: '/students', address: at('/students'), guides: inGuides },
  {
    name: 'student',
    route: '/students/:studentId',
    address: async page => `/students/${(await found(page, student)).id}`,
  },
  {
    name: 'student-path',
    route: '/students/:studentId/path',
    address: async page => `/students/${(await found(page, student)).id}/path`,
  },
  {
    name: 'prior-learning',
    route: '/students/:studentId/prior-learning',
    address: async page => `/students/${(await found(page, 'Siiri Satuhahmo')).id}/prior-learning`,
  },
  { name: 'plan', route: '/plans/:planId', address: ofPlan(''), guides: ['fi', 'sv', 'en'] },
  { name: 'plan-edit', route: '/plans/:planId/edit', address: ofPlan('/edit'), guides: inGuides },
  { name: 'versions', route: '/plans/:planId/versions', address: ofPlan('/versions'), guides: inGuides },
  { name: 'version', route: '/plans/:planId/versions/:version', address: ofPlan('/versions/1') },
  {
    name: 'compare',
    route: '/plans/:planId/versions/compare',
    address: ofPlan('/versions/compare?from=1&to=2'),
  },
  {
    name: 'restore',
    route: '/plans/:planId/versions/:version/restore',
    address: ofPlan('/versions/1/restore'),
  },
  { name: 'plan-new', route: '/plans/new', address: newPlan },
  { name: 'qualifications', route: '/qualifications', address: at('/qualifications') },
  {
    name: 'qualification',
    route: '/qualifications/:id',
    address: async page => `/qualifications/${await firstQualification(page)}`,
  },
  { name: 'unit', route: '/qualifications/:id/units/:code', address: firstUnit },
  { name: 'organisations', route: '/organisations', address: at('/organisations') },
  {
    name: 'organisation',
    route: '/organisations/:oid',
    address: at('/organisations/1.2.246.562.99.81085649296'),
  },
  { name: 'groups', route: '/groups', address: at('/groups') },
  { name: 'invitations', route: '/invitations', address: at('/invitations') },
  { name: 'templates', route: '/templates', address: at('/templates') },
  { name: 'template-new', route: '/templates/new', address: at('/templates/new') },
  { name: 'templates-received', route: '/templates/received', address: at('/templates/received') },
  { name: 'template', route: '/templates/:id', address: firstTemplate },
  { name: 'bulk-changes', route: '/bulk-changes', address: at('/bulk-changes') },
  { name: 'bulk-change-new', route: '/bulk-changes/new', address: at('/bulk-changes/new?group=AJO24A') },
  { name: 'bulk-change-undo', route: '/bulk-changes/:id/undo', address: madeChange },
  { name: 'group-draft-new', route: '/group-drafts/new', address: at('/group-drafts/new?group=AJO24A') },
  { name: 'group-draft', route: '/group-drafts/:id', address: firstDraft },
  { name: 'signs', route: '/signs', address: at('/signs?scope=all') },
]

/** Of the guardian who is signed in. */
async function ownChild(page: Page): Promise<string> {
  const { items } = await read<{ items: readonly { studentId: string }[] }>(page, '/api/guardian/students')
  return `/guardian/${items[0]?.studentId ?? ''}`
}

const provider = '1.2.246.562.99.81085649296'

const ofAdministrator: readonly Omit<LookedAt, 'persona'>[] = [
  { name: 'administration', route: '/administration', address: at('/administration') },
  { name: 'registers', route: '/administration/registers', address: at('/administration/registers') },
  {
    name: 'register',
    route: '/administration/registers/:name',
    address: at('/administration/registers/ehoks'),
  },
  { name: 'run', route: '/administration/imports/:id', address: firstRun },
  { name: 'roles', route: '/administration/roles', address: at('/administration/roles') },
  { name: 'api-keys', route: '/administration/api-keys', address: at('/administration/api-keys') },
  { name: 'deliveries', route: '/administration/deliveries', address: at('/administration/deliveries') },
  {
    name: 'demo-services',
    route: '/administration/demo-services',
    address: at('/administration/demo-services'),
  },
  { name: 'reminders', route: '/administration/reminders', address: at('/administration/reminders') },
  { name: 'approvals', route: '/administration/approvals', address: at('/administration/approvals') },
  { name: 'retention', route: '/administration/retention', address: at('/administration/retention') },
  { name: 'audit', route: '/administration/audit', address: at('/administration/audit') },
  { name: 'limits-of-signs', route: '/administration/signs', address: at('/administration/signs') },
  { name: 'statements-kept', route: '/administration/statements', address: at('/administration/statements') },
  {
    name: 'statement-kept',
    route: '/administration/statements/:kind',
    address: at('/administration/statements/accessibility'),
  },
  { name: 'year-change', route: '/groups/year-change', address: at('/groups/year-change') },
]

const ofEveryone: readonly LookedAt[] = [
  { name: 'front', route: '/', address: at('/') },
  { name: 'statements', route: '/statements', address: at('/statements') },
  {
    name: 'accessibility',
    route: '/statements/:providerOid/accessibility',
    address: at(`/statements/${provider}/accessibility`),
  },
  {
    name: 'privacy',
    route: '/statements/:providerOid/privacy',
    address: at(`/statements/${provider}/privacy`),
  },
  { name: 'not-found', route: '*', address: at('/nowhere') },
  { name: 'signed-out', route: '*', address: at('/students') },
]

/** Every page there is; a route that none of them shows fails the test of the pages. */
export const pages: readonly LookedAt[] = [
  ...ofEveryone,
  ...ofTeacher.map(page => ({ ...page, persona: teacher })),
  { name: 'no-right', route: '*', persona: teacher, address: at('/administration') },
  ...ofAdministrator.map(page => ({ ...page, persona: administrator })),
  { name: 'path', route: '/path', persona: 'opiskelija-kuusenkerkka', address: at('/path') },
  { name: 'guardian', route: '/guardian', persona: 'huoltaja-kuusenkerkka', address: at('/guardian') },
  {
    name: 'guardian-student',
    route: '/guardian/:studentId',
    persona: 'huoltaja-kuusenkerkka',
    address: ownChild,
  },
  { name: 'own-plan', route: '/own-plan', persona: 'opiskelija-kuusenkerkka', address: at('/own-plan') },
  { name: 'own-audit', route: '/own-audit', persona: 'opiskelija-kuusenkerkka', address: at('/own-audit') },
]

/** Opens a page as people see it when it has come to rest. */
export async function look(page: Page, { address, open }: LookedAt): Promise<void> {
  await page.goto(new URL(await address(page), page.url()).href)
  await page.getByRole('heading', { level: 1 }).waitFor()
  await page.waitForLoadState('networkidle')
  await open?.(page)
}
