import type { ReadTransaction } from '../../platform/db/door.ts'
import type { RunRow } from './queries.ts'
import { openStates } from './rules-runs.ts'

/** What is told of runs beside their own rows. */
export interface BesideRuns {
  /** Names of those who asked for them, by their ids. */
  readonly names: ReadonlyMap<string, string>
  /** Those that wait behind another one of their kind. */
  readonly behind: ReadonlySet<string>
}

export async function besideRuns(transaction: ReadTransaction, runs: readonly RunRow[]): Promise<BesideRuns> {
  const people = [...new Set(runs.flatMap(run => run.requested_by ?? []))]
  const waiting = runs.filter(run => run.state === 'waiting')
  const [names, open] = await Promise.all([
    people.length === 0
      ? []
      : transaction.selectFrom('person').select(['id', 'name']).where('id', 'in', people).execute(),
    waiting.length === 0
      ? []
      : transaction
          .selectFrom('import_run')
          .select(['id', 'kind', 'state'])
          .where(
            'kind',
            'in',
            waiting.map(run => run.kind),
          )
          .where('state', 'in', [...openStates])
          .where('state', '<>', 'receiving')
          .execute(),
  ])
  const isBehind = (run: RunRow) =>
    open.some(
      other =>
        other.kind === run.kind && other.id !== run.id && (other.state !== 'waiting' || other.id < run.id),
    )
  return {
    names: new Map(names.map(({ id, name }) => [id, name])),
    behind: new Set(waiting.filter(isBehind).map(run => run.id)),
  }
}
