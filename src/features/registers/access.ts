import { defineAccess, type RowCondition } from '../../platform/access/access.ts'

/** What access looks at: whose register it is. */
export interface RegisterAccessRow {
  readonly scope: 'national' | 'provider'
}

const only = (scope: RegisterAccessRow['scope']): RowCondition<RegisterAccessRow> => ({
  column: 'scope',
  value: () => scope,
  row: (_actor, row) => row.scope === scope,
})

const keepers = [
  { who: ['operator'], only: only('national') },
  { who: ['administrator'], only: only('provider') },
] as const

/** A provider's administrator sees how fresh the national data are, and may not decide where they come from. */
export const registerAccess = defineAccess<RegisterAccessRow, 'read' | 'change' | 'run' | 'upload'>(
  'registers',
  {
    read: [{ who: ['administrator'] }, { who: ['operator'], only: only('national') }],
    change: keepers,
    run: keepers,
    upload: keepers,
  },
)
