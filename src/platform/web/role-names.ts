import type { Translation } from '../i18n/texts.ts'

const fi = {
  teacher: 'opettaja',
  guidance: 'ohjaus ja erityinen tuki',
  coordinator: 'työelämäkoordinaattori',
  quality: 'laatupäällikkö',
  administrator: 'pääkäyttäjä',
  student: 'opiskelija',
  guardian: 'huoltaja',
} as const

const sv: Translation<typeof fi> = {
  teacher: 'lärare',
  guidance: 'handledning och särskilt stöd',
  coordinator: 'arbetslivskoordinator',
  quality: 'kvalitetschef',
  administrator: 'administratör',
  student: 'studerande',
  guardian: 'vårdnadshavare',
}

const en: Translation<typeof fi> = {
  teacher: 'teacher',
  guidance: 'guidance and special needs',
  coordinator: 'work-life coordinator',
  quality: 'quality manager',
  administrator: 'administrator',
  student: 'student',
  guardian: 'guardian',
}

/** What the roles are called; every page that names a role uses these words. */
export const roleNames = { fi, sv, en }
