/** An invented student with turvakielto, told of in words that stand nowhere else: wherever one is found it has leaked. */
export const told = {
  givenNames: 'Turvamerkki Esimerkki',
  familyName: 'Salakuvitteellinen',
  group: 'PIILORYHMA',
  groupName: 'Piilossa oleva ryhmä',
  studentNumber: '77007700',
}
export const contact = {
  email: 'salassa@esimerkki.test',
  phone: '040 707 7077',
  street: 'Salakatu 7',
  postalCode: '07077',
  city: 'Salala',
}
export const guardian = {
  name: 'Huolto Piilomaa',
  email: 'huolto.piilo@esimerkki.test',
  phone: '040 808 8088',
}
export const places = {
  workplace: 'Piilopaja Oy',
  instructor: 'Otto Piiloohjaaja',
  environment: 'Piilonäyttöpaikka',
  note: 'Jakso on Piilokylässä',
  localUnit: 'Piilokylän ratsutalli',
  aims: 'Piilokylän hevosten hoito',
  priorAims: 'Piilomaalla opittua',
  studies: 'Piilokoulun tukiopinnot',
}
export const author = 'Piia Piilokirjaaja'

const periodAtWork = {
  start: '2026-09-01',
  end: '2026-12-01',
  methodCode: 'osaamisenhankkimistapa_koulutussopimus',
  methodCodeVersion: 1,
  workplace: { name: places.workplace, tasks: ['Huolto'], instructor: { name: places.instructor } },
}

export function planWithPlaces({ studentOid, studyRightOid }: { studentOid: string; studyRightOid: string }) {
  const code = { unitCode: 'tutkinnonosat_100017', unitCodeVersion: 1 }
  return {
    studentOid,
    studyRightOid,
    firstApprovedOn: '2024-08-20',
    needToAcquireCompetence: true,
    email: contact.email,
    phone: contact.phone,
    vocationalUnits: [
      {
        ...code,
        learningPeriods: [{ ...periodAtWork, periodNote: places.note }],
        demonstrations: [
          {
            start: '2026-11-01',
            end: '2026-11-02',
            environment: { name: places.environment },
            content: ['Näyttö'],
          },
        ],
      },
    ],
    localUnits: [
      {
        name: places.localUnit,
        competencePoints: 5,
        aimsAndContent: places.aims,
        // Without an identifier: whatever names the period is made of its unit.
        learningPeriods: [periodAtWork],
      },
    ],
    priorLocalUnits: [
      {
        name: places.localUnit,
        aimsAndContent: places.priorAims,
        verificationCode: 'osaamisentodentamisenprosessi_0001',
        verificationCodeVersion: 1,
      },
    ],
    studySkillsStudies: [
      { name: places.studies, description: places.studies, start: '2026-09-01', end: '2026-10-01' },
    ],
  }
}
