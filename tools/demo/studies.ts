/** The qualifications of the demo, as a teacher plans them: units in the order in which they are studied. */
export interface Study {
  readonly diaryNumber: string
  readonly educationCode: string
  readonly competenceArea?: string
  readonly title?: string
  /** Type of the attainment and of the study right in the study register. */
  readonly attainment: string
  readonly studyRightType: 'ammatillinenkoulutus' | 'tuva'
  readonly units: readonly Unit[]
  readonly common: readonly CommonUnit[]
}

export interface Unit {
  readonly code: string
  readonly version: number
  /** What the student shows in the demonstration. */
  readonly shows: { readonly fi: string; readonly sv: string }
}

export interface CommonUnit {
  readonly code: string
  readonly version: number
  readonly areas: readonly string[]
}

const vocational = { attainment: 'ammatillinentutkinto', studyRightType: 'ammatillinenkoulutus' } as const

export const vehicles: Study = {
  ...vocational,
  diaryNumber: 'OPH-5410-2021',
  educationCode: '351301',
  competenceArea: '1008',
  title: '10066',
  units: [
    {
      code: '106945',
      version: 1,
      shows: {
        fi: 'Huoltaa ajoneuvon ohjeiden mukaan ja kirjaa tehdyt työt',
        sv: 'Servar fordonet enligt anvisning och antecknar arbetet',
      },
    },
    { code: '106877', version: 1, shows: { fi: 'Korjaa alustan osan', sv: 'Reparerar en del av chassit' } },
    {
      code: '106878',
      version: 1,
      shows: { fi: 'Korjaa jarrut ja mittaa tuloksen', sv: 'Reparerar bromsarna och mäter resultatet' },
    },
    {
      code: '106879',
      version: 1,
      shows: { fi: 'Mittaa sähköjärjestelmän kunnon', sv: 'Mäter elsystemets skick' },
    },
    { code: '106880', version: 1, shows: { fi: 'Tekee määräaikaishuollon', sv: 'Gör en periodisk service' } },
    { code: '106881', version: 1, shows: { fi: 'Korjaa moottorin', sv: 'Reparerar en motor' } },
    {
      code: '106883',
      version: 1,
      shows: { fi: 'Huoltaa hybridiajoneuvon turvallisesti', sv: 'Servar ett hybridfordon säkert' },
    },
  ],
  common: [
    { code: '106727', version: 1, areas: ['VVAI22', 'VVTK', 'VVVK', 'VVTD', 'VVTL'] },
    { code: '106728', version: 1, areas: ['MLMA', 'MLFK'] },
    { code: '106729', version: 1, areas: ['YTYK', 'YTTT', 'YTOU', 'YTYY', 'YTTH', 'YTKK'] },
  ],
}

export const computing: Study = {
  ...vocational,
  diaryNumber: 'OPH-1117-2019',
  educationCode: '341101',
  competenceArea: '1717',
  title: '10060',
  units: [
    {
      code: '600023',
      version: 1,
      shows: {
        fi: 'Palvelee käyttäjää ja ratkaisee häiriön',
        sv: 'Betjänar en användare och löser ett problem',
      },
    },
    { code: '600024', version: 1, shows: { fi: 'Ottaa järjestelmän käyttöön', sv: 'Tar ett system i bruk' } },
    { code: '600025', version: 1, shows: { fi: 'Ylläpitää palvelinta', sv: 'Underhåller en server' } },
    {
      code: '600026',
      version: 1,
      shows: { fi: 'Ottaa palvelun käyttöön ja opastaa', sv: 'Tar en tjänst i bruk och handleder' },
    },
    { code: '600037', version: 1, shows: { fi: 'Parantaa tietoturvaa', sv: 'Förbättrar datasäkerheten' } },
  ],
  common: [
    { code: '600002', version: 1, areas: ['VVVK', 'VVTD', 'VVTL'] },
    { code: '400013', version: 2, areas: ['MLMA', 'MLFK'] },
    { code: '600001', version: 1, areas: ['YTYK', 'YTTT', 'YTOU', 'YTYY', 'YTTH', 'YTKK'] },
  ],
}

export const sports: Study = {
  ...vocational,
  diaryNumber: 'OPH-1161-2018',
  educationCode: '384248',
  competenceArea: '2343',
  title: '20046',
  units: [
    {
      code: '200790',
      version: 1,
      shows: { fi: 'Toimii liikuntapaikan arjessa', sv: 'Arbetar i vardagen på en idrottsplats' },
    },
    {
      code: '200793',
      version: 1,
      shows: { fi: 'Suunnittelee ja ohjaa aikuisten ryhmän', sv: 'Planerar och leder en grupp vuxna' },
    },
    {
      code: '200795',
      version: 1,
      shows: { fi: 'Ohjaa yksilöllisen harjoituksen', sv: 'Leder en individuell träning' },
    },
    {
      code: '200797',
      version: 1,
      shows: { fi: 'Järjestää seuran tapahtuman', sv: 'Ordnar ett evenemang för föreningen' },
    },
  ],
  common: [],
}

/** Preparatory education: parts instead of units, so plans of it are made apart. */
export const preparatory: Study = {
  diaryNumber: 'OPH-1488-2021',
  educationCode: '999908',
  attainment: 'tuvakoulutuksensuoritus',
  studyRightType: 'tuva',
  units: [],
  common: [],
}

export const independent: Study = {
  diaryNumber: 'OPH-2659-2017',
  educationCode: '999903',
  attainment: 'telma',
  studyRightType: 'ammatillinenkoulutus',
  units: [
    {
      code: '400005',
      version: 2,
      shows: { fi: 'Näyttää arjen taitonsa', sv: 'Visar sina färdigheter i vardagen' },
    },
    {
      code: '400007',
      version: 2,
      shows: { fi: 'Kokeilee työtä ohjattuna', sv: 'Prövar på arbete med handledning' },
    },
  ],
  common: [],
}
