import type { Language, Provider } from './places.ts'
import type { Student } from './students.ts'

export interface Assignment {
  readonly providerOid: string
  readonly roles: readonly string[]
  readonly studentOid?: string
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

type Providers = { readonly spruce: Provider; readonly sea: Provider; readonly twin: Provider }
type Firsts = { readonly [P in keyof Providers]: Student | undefined }

export function makePersonas({ spruce, sea, twin }: Providers, firsts: Firsts): Persona[] {
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
