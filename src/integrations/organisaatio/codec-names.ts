import type { Reading, Refusal } from '../../features/imports/contract.ts'
import type { OrganisationName } from '../../features/organisations/contract.ts'
import { listAt, recordAt, textAt } from '../../platform/json/look.ts'
import { namedDays } from './codec-values.ts'

export interface NameListRead {
  readonly oid: string
  readonly names: readonly OrganisationName[]
}

/** Whether it is a list of one organisation's names over time, alone or with the OID of the organisation. */
export function isNameList(json: unknown): boolean {
  const first = recordAt(Array.isArray(json) ? json[0] : listAt(recordAt(json)?.nimet)[0])
  const empty = Array.isArray(recordAt(json)?.nimet) && listAt(recordAt(json)?.nimet).length === 0
  return empty || (recordAt(first?.nimi) !== undefined && first?.alkuPvm !== undefined)
}

/**
 * Names over time as the register answers them (`/organisaatio/v2/{oid}/nimet`). Its bare list does not say whose they
 * are: then the name of the document must.
 */
export function readNameList(json: unknown, documentName: string): Reading<NameListRead> {
  const record = recordAt(json)
  const oid = textAt(record?.oid) ?? /\d+(?:\.\d+){2,}/.exec(documentName)?.[0]
  if (oid === undefined) return { ok: false, refusal: { pointer: '', code: 'names-of-nobody' } }
  const refused: Refusal[] = []
  const items = Array.isArray(json) ? json : listAt(record?.nimet)
  const names = namedDays(items, Array.isArray(json) ? '' : '/nimet', refused)
  return { ok: true, value: { oid, names }, refused }
}
