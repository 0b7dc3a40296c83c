import { saveCodeSet } from '../features/codes/public.ts'
import type { Reading, Refusal, RowCounts } from '../features/imports/contract.ts'
import { saveQualification } from '../features/qualifications/public.ts'
import { readQualification } from '../integrations/eperusteet/codec.ts'
import { readCodeSet } from '../integrations/koodisto/codec.ts'
import type { WriteTransaction } from '../platform/db/door.ts'

/** What storing one file gave, over what reading it had already refused. */
export interface Stored {
  readonly counts: Omit<RowCounts, 'refused'>
  readonly refused: readonly Refusal[]
  readonly unknownKeys: readonly string[]
}

/** A file that has been read and found good, not yet stored. */
export interface Ready {
  readonly ok: true
  readonly refused: readonly Refusal[]
  store(transaction: WriteTransaction, now: Date): Promise<Stored>
}

export type Prepared = Ready | { readonly ok: false; readonly refusal: Refusal }

function prepared<T>(
  reading: Reading<T>,
  save: (transaction: WriteTransaction, value: T, now: Date) => Promise<Stored['counts']>,
): Prepared {
  if (!reading.ok) return reading
  const { refused, value } = reading
  const store: Ready['store'] = async (transaction, now) => ({
    counts: await save(transaction, value, now),
    refused: [],
    unknownKeys: [],
  })
  return { ok: true, refused, store }
}

export function prepareQualification(json: unknown): Prepared {
  return prepared(readQualification(json), saveQualification)
}

/** A file of Koodisto does not tell its day; the day of the import stands for it. */
export function prepareCodeSet(json: unknown, today: string): Prepared {
  return prepared(readCodeSet(json, { name: 'Koodisto', date: today }), saveCodeSet)
}
