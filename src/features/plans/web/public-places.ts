import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { type PlaceName, placeNames } from './place-names.ts'
import { steps } from './placement.ts'
import { texts } from './texts.ts'

/** Names places of a plan whose body is not at hand: members of lists are counted, not named. */
export function usePlaceWords(): PlaceName {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return pointer => placeNames({ body: bareBody(steps(pointer)), names: {}, language, t })(pointer)
}

/** As much of a body as a way through it needs: its lists and objects, with nothing in them. */
function bareBody([step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return {}
  return /^\d+$/.test(step) ? Object.assign([], { [step]: bareBody(rest) }) : { [step]: bareBody(rest) }
}
