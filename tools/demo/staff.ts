import type { Language, Provider } from './places.ts'

/** Somebody of the staff, the groups that they answer for, and as whom they sign in where they are a persona. */
export interface Colleague {
  readonly number: string
  readonly name: string
  readonly language: Language
  readonly subject?: string
  /** Beginnings of the codes of groups. */
  readonly groups: readonly string[]
}

const teams: Readonly<Record<string, readonly Colleague[]>> = {
  kuusenkerkka: [
    {
      number: '1001',
      name: 'Olli Opettavainen',
      language: 'fi',
      subject: 'olli-opettavainen',
      groups: ['AJO'],
    },
    { number: '1002', name: 'Veera Verstas', language: 'fi', groups: ['LIIKAT', 'TUVA', 'TELMA'] },
    { number: '1003', name: 'Matti Mallikas', language: 'fi', groups: ['TVT'] },
    { number: '1011', name: 'Elina Ohjakka', language: 'fi', subject: 'elina-ohjakka', groups: [] },
    { number: '1012', name: 'Taina Työpari', language: 'fi', subject: 'taina-tyopari', groups: [] },
  ],
  havsvind: [
    { number: 'H1', name: 'Lars Lärarson', language: 'sv', subject: 'lars-lararson', groups: ['FOR'] },
    {
      number: 'H2',
      name: 'Maja Mångsysslare',
      language: 'sv',
      subject: 'maja-mangsysslare',
      groups: ['HUX'],
    },
  ],
  kaksoisvirta: [
    {
      number: '501',
      name: 'Riikka Rinnakkainen',
      language: 'fi',
      subject: 'riikka-rinnakkainen',
      groups: ['TVT', 'AJO'],
    },
    { number: '502', name: 'Dan Dubbelspråk', language: 'sv', groups: ['DAT', 'FOR'] },
    { number: '503', name: 'Bo Bägge', language: 'sv', subject: 'bo-bagge', groups: [] },
  ],
}

export function teamOf(provider: Pick<Provider, 'slug'>): readonly Colleague[] {
  return teams[provider.slug] ?? []
}
