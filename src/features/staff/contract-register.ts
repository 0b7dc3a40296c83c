import type { Role } from '../../platform/access/actor.ts'
import type { Column } from '../../platform/csv/columns.ts'
import type { Language } from '../../platform/i18n/language.ts'

const table = {
  'staff-number': {
    headings: { fi: 'Henkilöstönumero', sv: 'Personalnummer', en: 'Staff number' },
    also: ['henkilönumero', 'opettajan numero', 'employee number'],
    required: true,
    content: 'code',
    example: '1001',
  },
  'given-names': {
    headings: { fi: 'Etunimet', sv: 'Förnamn', en: 'Given names' },
    also: ['etunimi', 'kutsumanimi'],
    required: true,
    content: 'name',
    example: 'Olli',
  },
  'family-name': {
    headings: { fi: 'Sukunimi', sv: 'Efternamn', en: 'Family name' },
    also: ['surname', 'last name', 'släktnamn'],
    required: true,
    content: 'name',
    example: 'Kuviteltu',
  },
  email: {
    headings: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
    content: 'email',
    example: 'olli.kuviteltu@esimerkki.test',
  },
  language: {
    headings: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
    also: ['asiointikieli'],
    content: 'language',
    example: 'fi',
  },
  subject: {
    headings: { fi: 'Kirjautumistunnus', sv: 'Inloggnings-id', en: 'Sign-in subject' },
    also: ['openid', 'openid subject', 'subject', 'sub'],
    content: 'text',
    example: 'esimerkki-1001',
  },
  roles: {
    headings: { fi: 'Roolit', sv: 'Roller', en: 'Roles' },
    also: ['rooli', 'roll', 'role'],
    content: 'roles',
    example: 'opettaja',
  },
} as const
export type StaffColumn = keyof typeof table

/** The staff's file, column by column: its reader, its template and its description come from here. */
export const staffColumns: readonly Column<StaffColumn>[] = Object.entries(table).map(([key, column]) => ({
  key: key as StaffColumn,
  ...column,
}))

/** A student is none of the staff. */
export type StaffRole = Exclude<Role, 'student'>

/** A member of the staff as the file tells of them; undefined was not told, null was told to be empty. */
export interface RegisterStaffMember {
  readonly staffNumber: string
  readonly givenNames: string
  readonly familyName: string
  readonly email?: string | null
  readonly language?: Language | null
  /** As whom the installation's OpenID provider knows them. */
  readonly subject?: string | null
  readonly roles?: readonly StaffRole[] | null
}
