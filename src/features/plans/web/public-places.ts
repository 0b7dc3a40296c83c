import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { type PlaceName, placeNames } from './place-names.ts'
import { texts } from './texts.ts'

/** Names places of a plan whose body is not at hand: members of lists are counted, not named. */
export function usePlaceWords(): PlaceName {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return placeNames({ body: undefined, names: {}, language, t })
}
