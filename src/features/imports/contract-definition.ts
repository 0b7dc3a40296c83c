import type { AuditContext } from '../../platform/audit/audit.ts'
import type { WriteTransaction } from '../../platform/db/door.ts'
import type { Uuid } from '../../platform/ids.ts'
import type { PlainDate } from '../../platform/time/plain-date.ts'
import type { ImportOptions, Refusal } from './contract.ts'

/** The bytes of one file or answer, readable from its start as often as one likes. */
export interface InputDocument {
  /** Its place among the documents of the run, from 1: names may be the same. */
  readonly number: number
  readonly name: string
  /** In pieces of any size, so that nothing needs to hold all of it. */
  bytes(): AsyncIterable<Uint8Array>
}

export interface ImportContext {
  readonly runId: Uuid
  /** The provider, or the installation for national reference data. */
  readonly providerId: Uuid
  /** The platform itself acts, in the name of the run's origin. */
  readonly audit: AuditContext
  /** How the history names where the data came from: `import`, `demo`, or the register. */
  readonly source: string
  readonly today: PlainDate
  readonly options: ImportOptions
}

/** A whole input examined before anything is changed. */
export type Examined =
  | { readonly ok: true; readonly total: number }
  | { readonly ok: false; readonly document: string; readonly refusal: Refusal }

/** One record of the input with its place: read, or refused already as it was read. Each counts one in the position. */
export type InputRecord<T> = {
  readonly document: string
  /** Where it stands in the document. */
  readonly pointer: string
  /** Keys that the record names, also when it is refused: what is in the register has not vanished there. */
  readonly seen?: readonly string[]
} & (
  | {
      readonly ok: true
      readonly value: T
      readonly refused?: readonly Refusal[]
      /** Told of a record that is stored all the same; nothing is told when storing refuses it. */
      readonly noted?: readonly Refusal[]
    }
  | { readonly ok: false; readonly refused: readonly Refusal[] }
)

/** A record that was read, about to be stored. */
export interface StorableRecord<T> {
  readonly pointer: string
  readonly value: T
}

/** What storing gave. Rows are what the reader of a report counts: a student and each study right is one. */
export interface StoredRows {
  readonly read: number
  readonly written: number
  /** Rows of what the record holds whole (a code set) that it no longer has: marked now, and counted. */
  readonly vanished?: number
  readonly refused?: readonly Refusal[]
  /** Told, and counted as no refusal: the record was stored. */
  readonly noted?: readonly Refusal[]
  /** Pointers of members of a newer schema that were kept. */
  readonly kept?: readonly string[]
  /** Keys met, remembered when the input is the whole register, for `finish` to mark what has vanished. */
  readonly seen?: readonly string[]
}

/** What the run has come to when all its records are stored. */
export interface Finishing {
  /** Refusals so far. */
  readonly refused: number
}

/**
 * One kind of import, as the engine runs it: examine all, then read records in the same order each time and store them
 * in batches, each batch with the run's new position in one transaction. So a run that was killed goes on where it
 * stopped, and nothing is stored twice.
 */
export interface ImportDefinition<T = unknown> {
  readonly owner: 'installation' | 'provider'
  /** Records in one transaction at the most. */
  readonly batch: number
  /** Reads the input to its end without changing anything. */
  examine(documents: readonly InputDocument[], context: ImportContext): Promise<Examined>
  /** The records from the place `from` on. */
  records(
    documents: readonly InputDocument[],
    from: number,
    context: ImportContext,
  ): AsyncIterable<InputRecord<T>>
  /**
   * Stores a batch: only what differs is written. When it throws a refusal (AppError, or SQLSTATE of class 22 or 23) the
   * engine stores the batch's records one by one, each in a transaction of its own, and refuses those that fail.
   */
  store(
    transaction: WriteTransaction,
    records: readonly StorableRecord<T>[],
    context: ImportContext,
  ): Promise<StoredRows>
  /** In the last transaction: marks what the whole register no longer has, sends the jobs that follow. */
  finish?(
    transaction: WriteTransaction,
    context: ImportContext,
    so: Finishing,
  ): Promise<{ readonly vanished: number; readonly noted?: readonly Refusal[] }>
}

/** One answer of a service, to be kept as a document of the run. */
export interface FetchedDocument {
  readonly name: string
  readonly bytes: Uint8Array
  /** Where to go on after this document; JSON. */
  readonly cursor: unknown
  /** Why this answer is no good after all attempts: the others go on, and the report tells. Its bytes are not kept. */
  readonly refusal?: Refusal
}

/** Nothing to keep but the place to go on from: what was asked for is being made ready, or there was nothing there. */
export interface FetchedPlace {
  readonly cursor: unknown
  /** All that was fetched so far came of an answer that is gone: it is dropped, and everything is asked for anew. */
  readonly anew?: true
}

export type FetchedItem = FetchedDocument | FetchedPlace

export interface FetchContext extends ImportContext {
  /** Ends when the run is no longer to be worked on here: whoever waits for a service stops waiting. */
  readonly signal: AbortSignal
}

/**
 * Asks a service for all documents of a run, from the cursor of the last item that was kept. Throws a FetchFailure when
 * the service does not answer at all or its listing is no good: the run stops before anything is changed.
 */
export type Fetch = (context: FetchContext, from: unknown) => AsyncIterable<FetchedItem>

/** A service that cannot be read: the run ends as stopped, with this as its reason, and the next one tries again. */
export class FetchFailure extends Error {
  readonly refusal: Refusal
  constructor(refusal: Refusal, cause?: unknown) {
    super(refusal.code, { cause })
    this.name = 'FetchFailure'
    this.refusal = refusal
  }
}
