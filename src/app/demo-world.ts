import { readdir, readFile } from 'node:fs/promises'
import type { CodeSet } from '../features/codes/contract.ts'
import type { Qualification } from '../features/qualifications/contract.ts'
import type { ScaleText, StructureText, UnitText } from '../features/qualifications/contract-texts.ts'
import type { StaffRole } from '../features/roles/rules-names.ts'
import type { RegisterStaffMember } from '../features/staff/contract-register.ts'
import type { RegisterStudent } from '../features/students/contract-register.ts'
import type { Role } from '../platform/access/actor.ts'
import type { Language } from '../platform/i18n/language.ts'

const folder = new URL('../../db/demo/', import.meta.url)

async function readJson<T>(path: string): Promise<T> {
  return JSON.parse(await readFile(new URL(path, folder), 'utf8')) as T
}

/** A person of the demo as the page of personas shows them. The subject signs in at the demo's own provider. */
export interface DemoPersona {
  readonly subject: string
  readonly name: string
  readonly language: Language
  readonly description: { readonly fi: string; readonly sv: string; readonly en: string }
  /** Groups that the demo's OpenID provider tells; they may give roles. */
  readonly groups?: readonly string[]
  /** Whether the person also keeps what all providers share. */
  readonly operator?: boolean
  readonly assignments: readonly {
    readonly providerOid: string
    readonly roles: readonly Role[]
    readonly studentOid?: string
    /** Whose guardian the person is, by the student's learner number; the register tells of a guardian of that name. */
    readonly guardianOf?: string
  }[]
}

export async function readPersonas(): Promise<readonly DemoPersona[]> {
  return (await personasFile()).personas
}

/** Somebody of the demo without a role: whoever is invited may sign in as them. */
export interface DemoNewcomer {
  readonly subject: string
  readonly name: string
  /** What the demo's OpenID provider tells of them, by claim. */
  readonly claims: Readonly<Record<string, unknown>>
}

export async function readNewcomers(): Promise<readonly DemoNewcomer[]> {
  return (await personasFile()).newcomers
}

/** Which groups give which roles at a provider of the demo. */
export interface DemoMapping {
  readonly providerOid: string
  readonly items: readonly { readonly group: string; readonly roles: StaffRole[] }[]
}

export async function readMappings(): Promise<readonly DemoMapping[]> {
  return (await personasFile()).mappings
}

const personasFile = () =>
  readJson<{ personas: DemoPersona[]; newcomers: DemoNewcomer[]; mappings: DemoMapping[] }>(
    'world/personas.json',
  )

/** A provider of the demo with its students and plans, in the forms in which registers give them. */
export interface DemoProvider {
  readonly provider: {
    readonly oid: string
    readonly businessId: string
    readonly names: { readonly fi: string; readonly sv?: string; readonly en?: string }
    readonly language: Language
  }
  /** As Koski gives students and study rights. */
  readonly studyRegister: readonly unknown[]
  /** As the provider's own registers tell of the staff and the students, in our own words. */
  readonly staff: readonly RegisterStaffMember[]
  readonly students: readonly RegisterStudent[]
  /** HOKSes in the national form. */
  readonly plans: readonly unknown[]
  readonly history: DemoHistory
  /** Missing where the student register sends, as it did before. */
  readonly sending?: DemoSending
}

/** How plans stand towards the national service when nobody has touched anything yet. */
export interface DemoSending {
  readonly subject: string
  readonly approved: readonly string[]
  readonly waiting: readonly string[]
  readonly removal: readonly { readonly studyRightOid: string; readonly reason: string }[]
}

export interface DemoHistory {
  readonly edits: readonly DemoEdit[]
  /** HOKSes that the register sent again after the edits. */
  readonly resent: readonly { readonly 'opiskeluoikeus-oid': string }[]
}

/** One value changed here by a person of the demo. */
export interface DemoEdit {
  readonly studyRightOid: string
  readonly subject: string
  readonly reason: string
  /** Into the plan in our own words. */
  readonly pointer: string
  readonly value: string | number
}

/** The largest provider first: it is the one meant where none is named. */
export function readProviders(): Promise<DemoProvider[]> {
  return Promise.all(
    ['kuusenkerkka', 'havsvind', 'kaksoisvirta'].map(name => readJson<DemoProvider>(`world/${name}.json`)),
  )
}

/** The organisations of the demo, as the national register answers them. */
export function readOrganisations(): Promise<unknown> {
  return readJson('world/organisations.json')
}

export interface DemoReference {
  readonly qualifications: readonly Qualification[]
  readonly codeSets: readonly CodeSet[]
}

/** The extract of public facts. */
export interface DemoTexts {
  readonly diaryNumber: string
  readonly id: number
  readonly structure: StructureText
  readonly scales: Readonly<Record<string, ScaleText>>
  readonly units: Readonly<Record<string, UnitText>>
}

/** Texts of requirements, of some of the qualifications. */
export async function readTexts(): Promise<readonly DemoTexts[]> {
  const names = await readdir(new URL('reference-texts/', folder))
  return Promise.all(names.map(name => readJson<DemoTexts>(`reference-texts/${name}`)))
}

export async function readReference(): Promise<DemoReference> {
  const names = await readdir(new URL('reference/', folder))
  const isCodes = (name: string) => name.startsWith('codes-')
  const read = <T>(chosen: string[]) => Promise.all(chosen.map(name => readJson<T>(`reference/${name}`)))
  const [codeSets, qualifications] = await Promise.all([
    read<CodeSet>(names.filter(isCodes)),
    read<Qualification>(names.filter(name => !isCodes(name))),
  ])
  return { codeSets, qualifications }
}
