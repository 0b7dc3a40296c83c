import { saveCodeSet } from '../features/codes/public.ts'
import type { Reading } from '../features/imports/contract.ts'
import { saveQualification } from '../features/qualifications/public.ts'
import { readQualification } from '../integrations/eperusteet/codec.ts'
import { readCodeSet } from '../integrations/koodisto/codec.ts'
import { installation } from '../platform/access/installation.ts'
import { type WriteTransaction, write } from '../platform/db/door.ts'
import type { Prepared, Ready, Stored } from './import-run.ts'

/** A reference file is stored whole or not at all, in one transaction with its report. */
function prepared<T>(
  reading: Reading<T>,
  save: (transaction: WriteTransaction, value: T, now: Date) => Promise<Stored['counts']>,
): Prepared {
  if (!reading.ok) return reading
  const { refused, value } = reading
  const store: Ready['store'] = ({ clock, database }, finish) =>
    write(database, installation, async transaction => {
      const counts = await save(transaction, value, clock.now())
      await finish(transaction, { counts, refused: [], unknownKeys: [] })
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
