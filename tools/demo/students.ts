import type { Language, Provider } from './places.ts'
import type { Seeded } from './seeded.ts'
import type { Study } from './studies.ts'

export interface Student {
  readonly oid: string
  readonly studyRightOid: string
  readonly givenNames: string
  readonly calledName: string
  readonly familyName: string
  readonly birthDate: string
  readonly language: Language
  readonly group: string
  readonly study: Study
  readonly provider: Provider
  readonly startsOn: string
  readonly estimatedEndOn: string
  /** The state after attendance, where there is one. */
  readonly ended?: { readonly on: string; readonly state: string }
  readonly funding: string
}

/** Given name and an invented family name that says itself that nobody is meant. */
const finnish: readonly [string, string][] = [
  ['Aamu', 'Kuviteltu'],
  ['Eetu', 'Keksinen'],
  ['Helmi', 'Olematon'],
  ['Niilo', 'Sepitteinen'],
  ['Siiri', 'Satuhahmo'],
  ['Onni', 'Mallilainen'],
  ['Venla', 'Esimerkkinen'],
  ['Leevi', 'Kuvitelma'],
  ['Iida', 'Harjoite'],
  ['Väinö', 'Testaaja'],
  ['Lumi', 'Koekäyttö'],
  ['Toivo', 'Näytenen'],
  ['Alma', 'Kokeilu'],
  ['Eino', 'Luonnosmaa'],
  ['Saga', 'Satunnainen'],
  ['Joona', 'Malline'],
  ['Pihla', 'Aavistus'],
  ['Otso', 'Oletus'],
  ['Enni', 'Kaavailu'],
  ['Luka', 'Keksintö'],
  ['Nelli', 'Tarinala'],
  ['Urho', 'Juoni'],
  ['Elli', 'Kertomus'],
  ['Aarni', 'Ajatelma'],
  ['Meri', 'Mielikuva'],
]
const swedish: readonly [string, string][] = [
  ['Saga', 'Påhittsdotter'],
  ['Elias', 'Exempelstrand'],
  ['Wilma', 'Fantasiberg'],
  ['Axel', 'Modellgren'],
  ['Linnea', 'Sagolund'],
  ['Hugo', 'Provstedt'],
  ['Alva', 'Fiktivsson'],
  ['Noel', 'Utkastby'],
  ['Tuva', 'Tänkström'],
  ['Melker', 'Berättelsén'],
  ['Stella', 'Drömlind'],
  ['Loke', 'Idéhof'],
]

/** Hands out each name once, so that no two students are mixed up. */
export function nameGiver(): (language: Language) => [string, string] {
  const [fi, sv] = [[...finnish], [...swedish]]
  return language => {
    const name = (language === 'sv' ? sv : fi).shift()
    if (!name) throw new Error(`No names left in ${language}`)
    return name
  }
}

type Wanted = Pick<Student, 'study' | 'provider' | 'startsOn' | 'estimatedEndOn' | 'group'> &
  Partial<Pick<Student, 'ended' | 'funding' | 'language' | 'birthDate'>>

export function makeStudent(
  random: Seeded,
  names: (language: Language) => [string, string],
  wanted: Wanted,
): Student {
  const language = wanted.language ?? wanted.provider.language
  const [calledName, familyName] = names(language)
  const year = Number(wanted.startsOn.slice(0, 4)) - 16 - random.number(3)
  const day = `${String(1 + random.number(12)).padStart(2, '0')}-${String(1 + random.number(28)).padStart(2, '0')}`
  return {
    funding: '1',
    birthDate: `${year}-${day}`,
    ...wanted,
    oid: random.personOid(),
    studyRightOid: random.studyRightOid(),
    givenNames: calledName,
    calledName,
    familyName,
    language,
  }
}

const code = (koodiarvo: string, koodistoUri: string) => ({ koodiarvo, koodistoUri })

function states(student: Student) {
  const { ended, funding, startsOn } = student
  const opintojenRahoitus = code(funding, 'opintojenrahoitus')
  const attending = { alku: startsOn, tila: code('lasna', 'koskiopiskeluoikeudentila'), opintojenRahoitus }
  if (!ended) return [attending]
  const last = { alku: ended.on, tila: code(ended.state, 'koskiopiskeluoikeudentila') }
  return [attending, ended.state === 'valmistunut' ? { ...last, opintojenRahoitus } : last]
}

/** The student and the study right in the form of the national study register. */
export function inStudyRegister(student: Student) {
  const { provider, study } = student
  const attainment = {
    koulutusmoduuli: {
      tunniste: code(study.educationCode, 'koulutus'),
      perusteenDiaarinumero: study.diaryNumber,
    },
    ...(study.studyRightType === 'tuva'
      ? {}
      : { suoritustapa: code('reformi', 'ammatillisentutkinnonsuoritustapa') }),
    ...(study.title ? { tutkintonimike: [code(study.title, 'tutkintonimikkeet')] } : {}),
    ...(study.competenceArea
      ? { osaamisala: [{ osaamisala: code(study.competenceArea, 'osaamisala') }] }
      : {}),
    toimipiste: { oid: provider.institution.oid },
    suorituskieli: code(student.language.toUpperCase(), 'kieli'),
    tyyppi: code(study.attainment, 'suorituksentyyppi'),
    ryhmä: student.group,
    osasuoritukset: [],
  }
  return {
    henkilö: {
      oid: student.oid,
      etunimet: student.givenNames,
      kutsumanimi: student.calledName,
      sukunimi: student.familyName,
      syntymäaika: student.birthDate,
    },
    opiskeluoikeudet: [
      {
        oid: student.studyRightOid,
        versionumero: 1,
        oppilaitos: { oid: provider.institution.oid, nimi: provider.institution.names },
        koulutustoimija: { oid: provider.oid, nimi: provider.names },
        alkamispäivä: student.startsOn,
        arvioituPäättymispäivä: student.estimatedEndOn,
        ...(student.ended ? { päättymispäivä: student.ended.on } : {}),
        tila: { opiskeluoikeusjaksot: states(student) },
        suoritukset: [attainment],
        tyyppi: code(study.studyRightType, 'opiskeluoikeudentyyppi'),
      },
    ],
  }
}
