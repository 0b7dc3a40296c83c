import { createContext, useContext } from 'react'

export interface Described {
  readonly title: string
  readonly detail?: string
  /** Trying again will not help. */
  readonly lasting?: boolean
}

/** The few words that the design system itself says. The application gives them in the reader's language. */
export interface UiTexts {
  readonly loading: string
  readonly retry: string
  readonly close: string
  readonly required: string
  readonly before: string
  readonly after: string
  /** Turns whatever was thrown into words. */
  readonly describe: (error: unknown) => Described
}

export const UiTextsContext = createContext<UiTexts>({
  loading: '…',
  retry: '↻',
  close: '×',
  required: '*',
  before: '−',
  after: '+',
  describe: () => ({ title: '!' }),
})

export function useUiTexts(): UiTexts {
  return useContext(UiTextsContext)
}
