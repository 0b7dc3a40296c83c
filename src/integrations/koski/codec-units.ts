import type { Assessment, UnitCompleted } from '../../features/study-rights/contract-details.ts'
import { listAt, numberAt, recordAt, textAt } from '../../platform/json/look.ts'
import { codeAt, dateAt, filled, flagAt, namesAt, present, someOf } from './codec-values.ts'

/** A unit that has been completed, or of which something has; undefined when it has no code. */
export function unitOf(value: unknown): UnitCompleted | undefined {
  const record = recordAt(value)
  const own = membersOf(value)
  if (!record || !own) return undefined
  const from = recordAt(record.tutkinto)
  return {
    ...own,
    ...present({
      group: codeAt(record.tutkinnonOsanRyhmä),
      fromQualification: from
        ? filled({ code: codeAt(from.tunniste), diaryNumber: textAt(from.perusteenDiaarinumero) })
        : undefined,
      subjectAreas: someOf(record.osasuoritukset, membersOf),
    }),
  }
}

/** What units and their subject areas have in common. */
function membersOf(value: unknown) {
  const record = recordAt(value)
  const module = recordAt(record?.koulutusmoduuli)
  const identifier = recordAt(module?.tunniste)
  const code = codeAt(identifier)
  if (!record || !module || code === undefined) return undefined
  const codeSet = textAt(identifier?.koodistoUri)
  return {
    code,
    ...present({
      codeSet,
      names: codeSet === undefined ? namesAt(identifier?.nimi) : undefined,
      compulsory: flagAt(module.pakollinen),
      points: numberAt(recordAt(module.laajuus)?.arvo),
      subjectLanguage: codeAt(module.kieli),
      assessment: assessmentOf(record.arviointi),
      confirmedOn: dateAt(recordAt(record.vahvistus)?.päivä),
      recognised: recognitionOf(record.tunnustettu),
      remarks: someOf(record.lisätiedot, item => codeAt(recordAt(item)?.tunniste)),
    }),
  }
}

function recognitionOf(value: unknown): UnitCompleted['recognised'] {
  const record = recordAt(value)
  return record && present({ funded: flagAt(record.rahoituksenPiirissä) })
}

/** Of several assessments the newest stands: the register keeps the earlier ones of a raised grade. */
function assessmentOf(value: unknown): Assessment | undefined {
  const all = listAt(value).flatMap(item => {
    const record = recordAt(item)
    const grade = codeAt(record?.arvosana)
    if (!record || grade === undefined) return []
    const scale = textAt(recordAt(record.arvosana)?.koodistoUri)
    return [
      { grade, ...present({ scale, assessedOn: dateAt(record.päivä), passed: flagAt(record.hyväksytty) }) },
    ]
  })
  return all.reduce<Assessment | undefined>(
    (newest, one) => ((one.assessedOn ?? '') >= (newest?.assessedOn ?? '') ? one : newest),
    undefined,
  )
}
