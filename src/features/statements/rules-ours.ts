import type { StatementBody, StatementKind, Worded, WordedField } from './contract.ts'
import { en } from './i18n/en-prefilled.ts'
import { fi } from './i18n/fi-prefilled.ts'
import { sv } from './i18n/sv-prefilled.ts'
import { completed, emptyBody } from './rules.ts'

type Prefilled = keyof typeof fi

const prefilled: Readonly<Record<string, Worded>> = Object.fromEntries(
  (Object.keys(fi) as Prefilled[]).map(field => [field, { fi: fi[field], sv: sv[field], en: en[field] }]),
) satisfies Partial<Record<WordedField, Worded>>

/** What stands in a statement before its provider has written anything. */
export function oursOf(kind: StatementKind, controller: string): StatementBody {
  return completed(kind, emptyBody, {
    plain: { controller, status: 'partial', assessedBy: 'self' },
    worded: prefilled,
  })
}
