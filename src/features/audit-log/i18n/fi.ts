import { roleNames } from '../../../platform/web/role-names.ts'
import { fi as actions } from './fi-actions.ts'
import { fi as details } from './fi-details.ts'

export const fi = {
  cursor: 'Luettelon kohtaa ei löydy. Aloita haku alusta.',
  masked:
    'Opiskelijalla on turvakielto: hänestä ja yhdestä henkilöstä yhdessä ei voi hakea, ennen kuin tiedot on perustellusti näytetty opiskelijan sivulla.',
  'export-large': 'Haku löytää yli {most} riviä. Rajaa päiviä ennen tiedostoon viemistä.',
  csv: {
    at: 'Aika',
    what: 'Mitä tehtiin',
    who: 'Kuka',
    roles: 'Rooli tai rekisteri',
    student: 'Opiskelija',
    number: 'Oppijanumero',
    details: 'Lisätiedot',
  },
  protected: 'Turvakielto',
  hidden: 'Nimi piilotettu (turvakielto)',
  system: 'Järjestelmä',
  unknown: 'Tuntematon',
  roles: roleNames.fi,
  actions,
  details,
} as const
