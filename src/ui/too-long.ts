import { useUiTexts } from './texts.tsx'

/** Said of a text that is longer than what can be stored, counted as the interface counts. */
export function useTooLong(text: string, limit: number | undefined): string | undefined {
  const { tooLong } = useUiTexts()
  // A character outside the basic plane counts once there, so only a text that may be too long is counted out.
  if (limit === undefined || text.length <= limit) return undefined
  const count = [...text].length
  return count > limit ? tooLong(limit, count) : undefined
}
