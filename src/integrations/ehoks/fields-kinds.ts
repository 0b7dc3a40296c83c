/**
 * What a value of the national plan can be. A kind carries its English type, so that a table row with the
 * wrong kind does not compile; `fault` is the code of the finding when the value is something else.
 */
import {
  isBusinessId,
  isOrganisationOid,
  isPersonOid,
  isStudyRightOid,
} from '../../features/identifiers/rules.ts'
import { isDateText, isInstantText, isPhone, isUuid } from './fields-texts.ts'

declare const value: unique symbol

export type KindSpec =
  | {
      readonly is: 'text'
      readonly test?: (text: string) => boolean
      /** The form as a regular expression, for readers of the schema; `test` decides. */
      readonly pattern?: string
      readonly format?: string
    }
  | { readonly is: 'integer' }
  | { readonly is: 'number'; readonly minimum: number }
  | { readonly is: 'boolean' }
  | { readonly is: 'list'; readonly of: AnyKind }
  | { readonly is: 'entity'; readonly of: () => AnyEntity }

export interface AnyKind {
  readonly spec: KindSpec
  readonly fault: string
  readonly example?: string
}

/** A kind whose English values have the type `V`. */
export interface Kind<V> extends AnyKind {
  readonly [value]?: V
}

/**
 * Demand of each method, one letter each in the order of `methods`: R required, O optional, - refused.
 */
export type Need = string

export const methods = [
  'post',
  'put',
  'patch',
  'get',
  'get-vipunen',
  'post-virkailija',
  'put-virkailija',
  'patch-virkailija',
] as const
export type Method = (typeof methods)[number]

export interface AnyField {
  readonly key: string
  readonly kind: AnyKind
  readonly need: Need
  /** What the redacted copy for statistics holds instead. */
  readonly redacted?: AnyKind
}

export interface Field<V> extends AnyField {
  readonly kind: Kind<V>
}

export interface AnyEntity {
  readonly national: string
  readonly fields: Readonly<Record<string, AnyField>>
}

/** One row for each field of the English contract; a forgotten one does not compile. */
export type FieldsOf<T> = { readonly [K in keyof Required<T>]: Field<Required<T>[K]> }

export interface Entity<T> extends AnyEntity {
  readonly fields: FieldsOf<T> & Readonly<Record<string, AnyField>>
}

export function entity<T>(national: string, fields: FieldsOf<T>): Entity<T> {
  return { national, fields: fields as Entity<T>['fields'] }
}

export const text: Kind<string> = { spec: { is: 'text' }, fault: 'invalid-text' }
export const nonEmptyText: Kind<string> = {
  spec: { is: 'text', test: s => s !== '', pattern: '^[\\s\\S]+$' },
  fault: 'empty-value',
}
export const integer: Kind<number> = { spec: { is: 'integer' }, fault: 'invalid-integer' }
export const notNegative: Kind<number> = { spec: { is: 'number', minimum: 0 }, fault: 'invalid-number' }
export const boolean: Kind<boolean> = { spec: { is: 'boolean' }, fault: 'invalid-boolean' }

const formed = (fault: string, test: (s: string) => boolean, form: { pattern?: string; format?: string }) =>
  ({ spec: { is: 'text', test, ...form }, fault }) satisfies Kind<string>

export const date: Kind<string> = formed('invalid-date', isDateText, { format: 'date' })
export const instant: Kind<string> = formed('invalid-instant', isInstantText, { format: 'date-time' })
export const uuid: Kind<string> = formed('invalid-uuid', isUuid, { format: 'uuid' })
export const phone: Kind<string> = formed('invalid-phone', isPhone, { pattern: '^[-+0-9() ]{0,256}$' })
export const businessId: Kind<string> = formed('invalid-business-id', isBusinessId, {
  pattern: '^[0-9]{7}-[0-9]$',
})
export const studyRightOid: Kind<string> = formed('invalid-study-right-oid', isStudyRightOid, {
  pattern: '^1\\.2\\.246\\.562\\.15\\.[0-9]{11,12}$',
})
export const personOid: Kind<string> = formed('invalid-person-oid', isPersonOid, {
  pattern: '^1\\.2\\.246\\.562\\.(24|98|198|298)\\.[0-9]{11,12}$',
})
export const organisationOid: Kind<string> = formed('invalid-organisation-oid', isOrganisationOid, {
  pattern: '^1\\.2\\.246\\.562\\.(10|99|199|299)\\.[0-9]{11,22}$',
})

export function listOf<V>(of: Kind<V>): Kind<V[]> {
  return { spec: { is: 'list', of }, fault: 'invalid-list' }
}

/** Given as a function, because entities stand in files that are read in any order. */
export function one<T>(of: () => Entity<T>): Kind<T> {
  return { spec: { is: 'entity', of }, fault: 'invalid-object' }
}

export function field<V>(key: string, kind: Kind<V>, need: Need): Field<V> {
  return { key, kind, need }
}
