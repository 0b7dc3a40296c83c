import { fi as states } from './fi-states.ts'

export const fi = {
  'not-found': 'Opiskelijaa ei löydy, tai hänen nimensä on jo poistettu.',
  cursor: 'Luettelon kohtaa ei löydy. Avaa luettelo alusta.',
  'export-own': 'Voit viedä tiedostoon vain omat opiskelijasi. Rajaa luettelo omiin opiskelijoihisi.',
  'export-large': 'Luettelossa on yli {most} opiskelijaa. Rajaa sitä ennen tiedostoon viemistä.',
  export: {
    name: 'Nimi',
    number: 'Oppijanumero',
    group: 'Ryhmä',
    qualification: 'Tutkinto tai koulutus',
    right: 'Opiskeluoikeus',
    state: 'Opiskeluoikeuden tila',
    plan: 'Suunnitelma',
    protected: 'Turvakielto',
    none: 'ei suunnitelmaa',
    fine: 'kunnossa',
    findings: 'virheitä {errors}, huomautuksia {warnings}',
  },
  states,
} as const
