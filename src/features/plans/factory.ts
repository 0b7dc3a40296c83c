import type { AuditContext } from '../../platform/audit/audit.ts'
import type { Database } from '../../platform/db/database.ts'
import { write } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import { saveStudent } from '../students/public.ts'
import { saveStudyRight } from '../study-rights/public.ts'

export interface MadeStudent {
  readonly studentId: string
  readonly studentOid: string
  readonly studyRightOid: string
}

let made = 0

/** Luhn over ten digits: the check digit of a study right's OID. */
function luhn(digits: string): string {
  let sum = 0
  for (const [at, digit] of [...digits].reverse().entries()) {
    const doubled = Number(digit) * (at % 2 === 0 ? 2 : 1)
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return String((10 - (sum % 10)) % 10)
}

/** The weights 7-3-1 from the right: the check digit of a person's OID; 0 is written as 10. */
function personCheck(digits: string): string {
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, at) => total + Number(digit) * ([7, 3, 1][at % 3] ?? 0), 0)
  return String((10 - (sum % 10)) % 10 || 10)
}

/** The OIDs of an invented student and study right, with right check digits; `number` of at most nine digits tells them apart. */
export function inventedOids(number: number): { studentOid: string; studyRightOid: string } {
  const digits = String(1_000_000_000 + number)
  const check = luhn(digits)
  return {
    studyRightOid: `1.2.246.562.15.${digits}${check === '0' ? '10' : check}`,
    studentOid: `1.2.246.562.24.${digits}${personCheck(digits)}`,
  }
}

/** For tests: a student with a study right of vocational education from 1.8.2024 to 30.6.2027. */
export async function makeStudent(database: Database, providerId: Uuid): Promise<MadeStudent> {
  made += 1
  const { studentOid, studyRightOid } = inventedOids(made)
  const audit: AuditContext = { actor: { kind: 'system', source: 'test', providerId }, now: new Date() }
  const studentId = await write(database, providerId, async transaction => {
    const student = {
      studentOid,
      givenNames: 'Testi Esimerkki',
      calledName: 'Testi',
      familyName: `Keksitty${made}`,
    }
    const { id } = await saveStudent(transaction, audit, student, 'test')
    const body = {
      oid: studyRightOid,
      studentOid,
      type: 'ammatillinenkoulutus',
      startsOn: '2024-08-01',
      estimatedEndOn: '2027-06-30',
      states: [{ start: '2024-08-01', state: 'lasna' }],
      attainments: [{ type: 'ammatillinentutkinto' }],
    }
    await saveStudyRight(transaction, audit, { studentId: id, body, source: 'test' })
    return id
  })
  return { studentId, studentOid, studyRightOid }
}
