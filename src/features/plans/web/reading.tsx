import { createContext, type ReactNode, useContext } from 'react'
import type { CodeNames, Contacts, ShownFinding } from './api.ts'

/** What the parts of a plan need from around them while they are drawn. */
export interface Reading {
  readonly contacts: Contacts
  readonly names: Readonly<Record<string, CodeNames>>
  readonly durations: Readonly<Record<string, number>>
  readonly findings: readonly ShownFinding[]
  /** The days of some workplace periods are being counted just now. */
  readonly counting?: boolean
  /** Nobody has approved the plan yet: its day of first approval is only that of drafting. */
  readonly firstApprovalOpen?: boolean
  /** Where a place of the plan is edited; absent where the reader may not, or reads an old version. */
  readonly editPath?: (pointer: string) => string
}

const ReadingContext = createContext<Reading>({ contacts: {}, names: {}, durations: {}, findings: [] })

export function ReadingProvider({
  value,
  children,
}: {
  readonly value: Reading
  readonly children: ReactNode
}) {
  return <ReadingContext value={value}>{children}</ReadingContext>
}

export function useReading(): Reading {
  return useContext(ReadingContext)
}
