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
  /** Beside a field that holds more than can be stored. */
  readonly tooLong: (limit: number, count: number) => string
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
  tooLong: (limit, count) => `${count} > ${limit}`,
  describe: () => ({ title: '!' }),
})

export function useUiTexts(): UiTexts {
  return useContext(UiTextsContext)
}
