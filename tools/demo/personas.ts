import type { RegisterStudent } from '../../src/features/students/contract-register.ts'
import type { Language, Provider } from './places.ts'
import type { Student } from './students.ts'

export interface Assignment {
  readonly providerOid: string
  readonly roles: readonly string[]
  readonly studentOid?: string
  /** Whose guardian the person is: the register tells of a guardian of that name. */
  readonly guardianOf?: string
}

/** A person who can be signed in as. */
export interface Persona {
  readonly subject: string
  readonly name: string
  readonly language: Language
  readonly description: { readonly fi: string; readonly sv: string; readonly en: string }
  /** As the demo's OpenID provider tells them. */
  readonly groups?: readonly string[]
  /** Whether the person also keeps what all providers share. */
  readonly operator?: boolean
  readonly assignments: readonly Assignment[]
}

const texts = {
  teacher: { fi: 'Opettaja', sv: 'Lärare', en: 'Teacher' },
  guidance: {
    fi: 'Ohjaus ja erityinen tuki',
    sv: 'Handledning och särskilt stöd',
    en: 'Guidance and special needs',
  },
  coordinator: { fi: 'Työelämäkoordinaattori', sv: 'Arbetslivskoordinator', en: 'Work-life coordinator' },
  quality: { fi: 'Laatupäällikkö', sv: 'Kvalitetschef', en: 'Quality manager' },
  administrator: { fi: 'Pääkäyttäjä', sv: 'Administratör', en: 'Administrator' },
  student: { fi: 'Opiskelija', sv: 'Studerande', en: 'Student' },
  guardian: { fi: 'Huoltaja', sv: 'Vårdnadshavare', en: 'Guardian' },
  several: {
    fi: 'Opettaja, ohjaaja ja pääkäyttäjä',
    sv: 'Lärare, handledare och administratör',
    en: 'Teacher, guidance and administrator',
  },
  both: {
    fi: 'Koordinaattori kahdessa oppilaitoksessa',
    sv: 'Koordinator vid två läroanstalter',
    en: 'Coordinator at two providers',
  },
}

function staff(
  subject: string,
  name: string,
  language: Language,
  text: keyof typeof texts,
  at: readonly Provider[],
  ...roles: string[]
): Persona {
  const assignments = at.map(provider => ({ providerOid: provider.oid, roles }))
  return { subject, name, language, description: texts[text], assignments }
}

function studentPersona(subject: string, student: Student | undefined): Persona[] {
  if (!student) return []
  const { calledName, familyName, language, oid, provider } = student
  const assignments = [{ providerOid: provider.oid, roles: ['student'], studentOid: oid }]
  return [{ subject, name: `${calledName} ${familyName}`, language, description: texts.student, assignments }]
}

export type Registers = {
  readonly spruce: readonly RegisterStudent[]
  readonly sea: readonly RegisterStudent[]
}

const named = (register: readonly RegisterStudent[], familyName: string): RegisterStudent | undefined =>
  register.find(student => student.familyName === familyName)

/** Of age in the autumn of 2027: a demo that moves its day sees the guardian's part end. */
const guarded = 'Harjoite'

function guardianPersona(
  subject: string,
  language: Language,
  provider: Provider,
  student: RegisterStudent | undefined,
): Persona[] {
  const name = student?.guardians?.[0]?.name
  if (student === undefined || !name) return []
  const assignments = [{ providerOid: provider.oid, roles: ['guardian'], guardianOf: student.studentOid }]
  return [{ subject, name, language, description: texts.guardian, assignments }]
}

/** Somebody without a role, as whom an invitation may be accepted; what the demo's OpenID provider tells of them. */
export interface Newcomer {
  readonly subject: string
  readonly name: string
  readonly claims: Readonly<Record<string, unknown>>
}

/** A student and guardians whom the register knows, and somebody whom nobody knows. */
export function makeNewcomers({ sea, spruce }: Registers): Newcomer[] {
  const joona = named(spruce, 'Malline')
  return [
    ...invitedStudent('uusi-opiskelija', joona),
    ...invitedGuardian('uusi-huoltaja', 'fi-FI', joona),
    ...invitedGuardian('ny-vardnadshavare', 'sv-FI', named(sea, 'Provstedt')),
    { subject: 'tuulia-tuntematon', name: 'Tuulia Tuntematon', claims: { locale: 'fi-FI' } },
  ]
}

function invitedStudent(subject: string, student: RegisterStudent | undefined): Newcomer[] {
  if (student === undefined) return []
  const { birthDate, calledName, familyName, studentOid } = student
  const claims = { birthdate: birthDate, learner_number: studentOid, locale: 'fi-FI' }
  return [{ subject, name: `${calledName} ${familyName}`, claims }]
}

function invitedGuardian(subject: string, locale: string, student: RegisterStudent | undefined): Newcomer[] {
  const guardian = student?.guardians?.[0]
  if (!guardian?.name || !guardian.email) return []
  return [{ subject, name: guardian.name, claims: { email: guardian.email, email_verified: true, locale } }]
}

type Providers = { readonly spruce: Provider; readonly sea: Provider; readonly twin: Provider }
type Firsts = { readonly [P in keyof Providers]: Student | undefined }

export function makePersonas(
  { spruce, sea, twin }: Providers,
  firsts: Firsts,
  registers: Registers,
): Persona[] {
  return [
    {
      ...staff('olli-opettavainen', 'Olli Opettavainen', 'fi', 'teacher', [spruce], 'teacher'),
      groups: ['kuusenkerkka-opettajat'],
    },
    staff('elina-ohjakka', 'Elina Ohjakka', 'fi', 'guidance', [spruce], 'guidance'),
    staff('taina-tyopari', 'Taina Työpari', 'fi', 'coordinator', [spruce], 'coordinator'),
    staff('laura-laatunen', 'Laura Laatunen', 'fi', 'quality', [spruce], 'quality'),
    {
      ...staff('pekka-paakayttaja', 'Pekka Pääkäyttäjä', 'fi', 'administrator', [spruce], 'administrator'),
      operator: true,
    },
    {
      ...staff('rauha-ryhmanen', 'Rauha Ryhmänen', 'fi', 'guidance', []),
      groups: ['kuusenkerkka-ohjaajat', 'kaksoisvirta-opettajat'],
    },
    ...studentPersona('opiskelija-kuusenkerkka', firsts.spruce),
    ...guardianPersona('huoltaja-kuusenkerkka', 'fi', spruce, named(registers.spruce, guarded)),
    staff(
      'maja-mangsysslare',
      'Maja Mångsysslare',
      'sv',
      'several',
      [sea],
      'teacher',
      'guidance',
      'administrator',
    ),
    staff('lars-lararson', 'Lars Lärarson', 'sv', 'teacher', [sea], 'teacher'),
    ...studentPersona('studerande-havsvind', firsts.sea),
    staff('riikka-rinnakkainen', 'Riikka Rinnakkainen', 'fi', 'teacher', [twin], 'teacher'),
    staff('bo-bagge', 'Bo Bägge', 'sv', 'guidance', [twin], 'guidance'),
    staff('emma-example', 'Emma Example', 'en', 'quality', [twin], 'quality'),
    staff('anna-administrator', 'Anna Administratör', 'sv', 'administrator', [twin], 'administrator'),
    staff('kaija-kahdella', 'Kaija Kahdella', 'fi', 'both', [spruce, twin], 'coordinator'),
    ...studentPersona('opiskelija-kaksoisvirta', firsts.twin),
  ]
}

/** Which groups give which roles; the persona without assignments is known by them alone. */
export function makeMappings({ spruce, twin }: Providers) {
  return [
    {
      providerOid: spruce.oid,
      items: [
        { group: 'kuusenkerkka-ohjaajat', roles: ['guidance'] },
        { group: 'kuusenkerkka-opettajat', roles: ['teacher'] },
      ],
    },
    { providerOid: twin.oid, items: [{ group: 'kaksoisvirta-opettajat', roles: ['teacher'] }] },
  ]
}
