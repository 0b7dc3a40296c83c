import type {
  Acquiring,
  AttainmentDetails,
  DatedPeriod,
  StudyRightConfidential,
  StudyRightDetails,
  TrainingAgreement,
} from '../../features/study-rights/contract-details.ts'
import { type JsonRecord, numberAt, recordAt, textAt } from '../../platform/json/look.ts'
import { unitOf } from './codec-units.ts'
import { codeAt, dateAt, datesAt, filled, flagAt, namesAt, present, someOf } from './codec-values.ts'

/** What rules read beside the study right itself. `attainments` are the records of those it has, in their order. */
export function detailsOf(record: JsonRecord, attainments: readonly JsonRecord[]): StudyRightDetails {
  const more = recordAt(record.lisätiedot) ?? {}
  const version = numberAt(record.versionumero)
  const system = recordAt(record.lähdejärjestelmänId)
  return {
    ...present({
      version: Number.isInteger(version) ? version : undefined,
      changedAt: textAt(record.aikaleima),
      sourceSystem: filled({ id: textAt(system?.id), system: codeAt(system?.lähdejärjestelmä) }),
      bought: flagAt(record.ostettu),
      partTime: someOf(more.osaAikaisuusjaksot, item => {
        const percent = numberAt(recordAt(item)?.osaAikaisuus)
        return percent === undefined ? undefined : { ...datesAt(item), percent }
      }),
      abroad: someOf(more.ulkomaanjaksot, item =>
        filled({ ...datesAt(item), country: codeAt(recordAt(item)?.maa) }),
      ),
      freeOfCharge: someOf(more.maksuttomuus, item =>
        filled({ ...datesAt(item), free: flagAt(recordAt(item)?.maksuton) }),
      ),
      freeOfChargeExtended: periodsOf(more.oikeuttaMaksuttomuuteenPidennetty),
      staffTraining: flagAt(more.henkilöstökoulutus),
      exportOfEducation: flagAt(more.koulutusvienti),
      movedToNewRequirements: flagAt(more.siirtynytUusiinTutkinnonPerusteisiin),
      jotpaNumber: codeAt(more.jotpaAsianumero),
    }),
    attainments: attainments.map(attainmentOf),
  }
}

/** What the register hides behind a role of its own: support, housing, prison education. */
export function confidentialOf(record: JsonRecord): StudyRightConfidential {
  const more = recordAt(record.lisätiedot) ?? {}
  const plan = recordAt(more.hojks)
  return present({
    // TUVA tells the decisions in a list of its own name.
    specialSupport: periodsOf(more.erityinenTuki) ?? periodsOf(more.erityisenTuenPäätökset),
    demandingSupport: periodsOf(more.vaativanErityisenTuenErityinenTehtävä),
    demandingSupportHousing: periodsOf(more.vaativanErityisenTuenYhteydessäJärjestettäväMajoitus),
    severelyDisabled: periodsOf(more.vaikeastiVammainen),
    disabledWithAssistant: periodsOf(more.vammainenJaAvustaja),
    disabled: periodsOf(more.vammainen),
    studyReadiness: periodsOf(more.opiskeluvalmiuksiaTukevatOpinnot),
    housing: periodsOf(more.majoitus) ?? periodsOf([more.majoitusetu]),
    boardingSchool: periodsOf(more.sisäoppilaitosmainenMajoitus),
    freeDormitory: flagAt(more.oikeusMaksuttomaanAsuntolapaikkaan),
    prison: periodsOf(more.vankilaopetuksessa),
    reformatory: periodsOf(more.koulukoti),
    individualPlan: plan && filled({ ...datesAt(plan), group: codeAt(plan.opetusryhmä) }),
  })
}

function periodsOf(value: unknown): DatedPeriod[] | undefined {
  return someOf(value, item => filled(datesAt(item)))
}

function attainmentOf(record: JsonRecord): AttainmentDetails {
  return present({
    startsOn: dateAt(record.alkamispäivä),
    confirmedOn: dateAt(recordAt(record.vahvistus)?.päivä),
    unitOid: textAt(recordAt(record.toimipiste)?.oid),
    group: textAt(record.ryhmä),
    average: numberAt(record.keskiarvo),
    averageHasAdapted: flagAt(record.keskiarvoSisältääMukautettujaArvosanoja),
    acquiring: acquiringOf(record),
    agreements: someOf(record.koulutussopimukset, agreementOf),
    units: someOf(record.osasuoritukset, unitOf),
  })
}

/** Since 2018 the ways of acquiring; earlier records tell the form of arranging instead. */
function acquiringOf(record: JsonRecord): Acquiring[] | undefined {
  const read = (key: string) => (item: unknown) => wayOf(item, key)
  return (
    someOf(record.osaamisenHankkimistavat, read('osaamisenHankkimistapa')) ??
    someOf(record.järjestämismuodot, read('järjestämismuoto'))
  )
}

function wayOf(item: unknown, key: string): Acquiring | undefined {
  const period = recordAt(item)
  const told = recordAt(period?.[key])
  const way = codeAt(told?.tunniste)
  if (way === undefined) return undefined
  const contract = recordAt(told?.oppisopimus)
  const employer = recordAt(contract?.työnantaja)
  const cancelled = recordAt(contract?.oppisopimuksenPurkaminen)
  const apprenticeship = filled({
    employer: namesAt(employer?.nimi),
    businessId: textAt(employer?.yTunnus),
    cancelledOn: dateAt(cancelled?.päivä),
    cancelledInTrial: flagAt(cancelled?.purettuKoeajalla),
  })
  return { ...datesAt(period), way, ...present({ apprenticeship }) }
}

function agreementOf(item: unknown): TrainingAgreement | undefined {
  const record = recordAt(item)
  return filled({
    ...datesAt(record),
    workplace: namesAt(record?.työssäoppimispaikka),
    businessId: textAt(record?.työssäoppimispaikanYTunnus),
    municipality: codeAt(record?.paikkakunta),
    country: codeAt(record?.maa),
  })
}
