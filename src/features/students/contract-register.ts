import type { Column } from '../../platform/csv/columns.ts'
import type { Language } from '../../platform/i18n/language.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { ToldGuardian } from '../guardians/contract.ts'

const guardianOne = {
  'guardian1-name': {
    headings: { fi: 'Huoltaja 1 nimi', sv: 'Vårdnadshavare 1 namn', en: 'Guardian 1 name' },
    content: 'name',
    example: 'Huolto Kuviteltu',
  },
  'guardian1-email': {
    headings: { fi: 'Huoltaja 1 sähköposti', sv: 'Vårdnadshavare 1 e-post', en: 'Guardian 1 e-mail' },
    content: 'email',
    example: 'huolto.kuviteltu@esimerkki.test',
  },
  'guardian1-phone': {
    headings: { fi: 'Huoltaja 1 puhelin', sv: 'Vårdnadshavare 1 telefon', en: 'Guardian 1 phone' },
    content: 'phone',
    example: '040 000 0001',
  },
  'guardian1-language': {
    headings: { fi: 'Huoltaja 1 kieli', sv: 'Vårdnadshavare 1 språk', en: 'Guardian 1 language' },
    content: 'language',
    example: 'fi',
  },
  'guardian1-custody': {
    headings: { fi: 'Huoltaja 1 huoltajuus', sv: 'Vårdnadshavare 1 vårdnad', en: 'Guardian 1 custody' },
    content: 'yes-no',
    example: 'k',
  },
} as const

const guardianTwo = {
  'guardian2-name': {
    headings: { fi: 'Huoltaja 2 nimi', sv: 'Vårdnadshavare 2 namn', en: 'Guardian 2 name' },
    content: 'name',
    example: '',
  },
  'guardian2-email': {
    headings: { fi: 'Huoltaja 2 sähköposti', sv: 'Vårdnadshavare 2 e-post', en: 'Guardian 2 e-mail' },
    content: 'email',
    example: '',
  },
  'guardian2-phone': {
    headings: { fi: 'Huoltaja 2 puhelin', sv: 'Vårdnadshavare 2 telefon', en: 'Guardian 2 phone' },
    content: 'phone',
    example: '',
  },
  'guardian2-language': {
    headings: { fi: 'Huoltaja 2 kieli', sv: 'Vårdnadshavare 2 språk', en: 'Guardian 2 language' },
    content: 'language',
    example: '',
  },
  'guardian2-custody': {
    headings: { fi: 'Huoltaja 2 huoltajuus', sv: 'Vårdnadshavare 2 vårdnad', en: 'Guardian 2 custody' },
    content: 'yes-no',
    example: '',
  },
} as const

const person = {
  'learner-number': {
    headings: { fi: 'Oppijanumero', sv: 'Studerandenummer', en: 'Learner number' },
    also: ['oppijanumero (oid)', 'oid', 'oppija oid', 'oppija-oid', 'elevnummer'],
    required: true,
    content: 'learner-number',
    example: '1.2.246.562.24.10000000016',
  },
  'student-number': {
    headings: { fi: 'Opiskelijanumero', sv: 'Eget studerandenummer', en: 'Own student number' },
    content: 'code',
    example: '250001',
  },
  'given-names': {
    headings: { fi: 'Etunimet', sv: 'Förnamn', en: 'Given names' },
    also: ['etunimi'],
    required: true,
    content: 'name',
    example: 'Keksi Esimerkki',
  },
  'called-name': {
    headings: { fi: 'Kutsumanimi', sv: 'Tilltalsnamn', en: 'Called name' },
    content: 'name',
    example: 'Keksi',
  },
  'family-name': {
    headings: { fi: 'Sukunimi', sv: 'Efternamn', en: 'Family name' },
    also: ['surname', 'last name', 'släktnamn'],
    required: true,
    content: 'name',
    example: 'Kuviteltu',
  },
  'birth-date': {
    headings: { fi: 'Syntymäaika', sv: 'Födelsedatum', en: 'Date of birth' },
    also: ['syntymäpäivä', 'födelsetid'],
    content: 'date',
    example: '15.8.2010',
  },
} as const

const studies = {
  'group-code': {
    headings: { fi: 'Ryhmä', sv: 'Grupp', en: 'Group' },
    also: ['ryhmäkoodi', 'ryhmän tunnus', 'gruppkod', 'group code'],
    content: 'code',
    example: 'AJO26A',
  },
  'group-name': {
    headings: { fi: 'Ryhmän nimi', sv: 'Gruppens namn', en: 'Group name' },
    content: 'text',
    example: 'Ajoneuvoala 2026 A',
  },
  teacher: {
    headings: { fi: 'Vastuuopettaja', sv: 'Ansvarig lärare', en: 'Responsible teacher' },
    also: ['vastuuopettajan henkilöstönumero', 'vastuuopettajan numero'],
    content: 'code',
    example: '1001',
  },
  language: {
    headings: { fi: 'Kieli', sv: 'Språk', en: 'Language' },
    also: ['asiointikieli', 'kontaktspråk'],
    content: 'language',
    example: 'fi',
  },
} as const

const reach = {
  email: {
    headings: { fi: 'Sähköposti', sv: 'E-post', en: 'E-mail' },
    content: 'email',
    example: 'keksi.kuviteltu@esimerkki.test',
  },
  phone: {
    headings: { fi: 'Puhelin', sv: 'Telefon', en: 'Phone' },
    also: ['puhelinnumero', 'matkapuhelin', 'telefonnummer'],
    content: 'phone',
    example: '040 000 0000',
  },
  street: {
    headings: { fi: 'Katuosoite', sv: 'Gatuadress', en: 'Street address' },
    also: ['lähiosoite', 'osoite', 'adress', 'street'],
    content: 'text',
    example: 'Keksitty katu 1 A 2',
  },
  'postal-code': {
    headings: { fi: 'Postinumero', sv: 'Postnummer', en: 'Postal code' },
    content: 'postal-code',
    example: '00000',
  },
  city: {
    headings: { fi: 'Postitoimipaikka', sv: 'Postort', en: 'City' },
    also: ['paikkakunta', 'ort'],
    content: 'text',
    example: 'Keksilä',
  },
  protected: {
    headings: { fi: 'Turvakielto', sv: 'Spärrmarkering', en: 'Protected (turvakielto)' },
    also: ['protected', 'non-disclosure', 'säkerhetsförbud', 'turvakielto (k/e)'],
    content: 'yes-no',
    example: 'e',
  },
} as const

const table = { ...person, ...studies, ...reach, ...guardianOne, ...guardianTwo } as const
export type StudentColumn = keyof typeof table

/** The students' file, column by column: its reader, its template and its description come from here. */
export const studentColumns: readonly Column<StudentColumn>[] = Object.entries(table).map(
  ([key, column]) => ({
    key: key as StudentColumn,
    ...column,
  }),
)

/**
 * A student as the student register's file tells of them. What is undefined was not told (the file has no such column)
 * and stays as it is; null was told to be empty.
 */
export interface RegisterStudent {
  readonly studentOid: string
  readonly studentNumber?: string | null
  readonly givenNames: string
  readonly calledName?: string | null
  readonly familyName: string
  readonly birthDate?: PlainDate | null
  readonly group?: string | null
  readonly groupName?: string | null
  /** Staff number. */
  readonly teacher?: string | null
  readonly language?: Language | null
  readonly contact: RegisterContact
  /** Only a word that says no takes a turvakielto away; an empty cell says nothing. */
  readonly protected?: boolean
  /** Undefined when the file has no column of guardians. */
  readonly guardians?: readonly ToldGuardian[]
}

export interface RegisterContact {
  readonly email?: string | null
  readonly phone?: string | null
  readonly street?: string | null
  readonly postalCode?: string | null
  readonly city?: string | null
}
