import { type Language, languages } from '../../platform/i18n/language.ts'
import type { Names } from '../codes/contract.ts'
import type { LocalisedText, Passage, UnitText } from '../qualifications/contract-texts.ts'
import type { Line } from './rules-words.ts'

/** What is to be mastered in a unit, line by line in every language that there is. Criteria say the same again, by grade. */
export function linesOfUnit(text: UnitText): Line[] {
  return text.requirements.flatMap(linesOfPassage)
}

/** The same of one subject area of a common unit. */
export function linesOfArea(text: UnitText, areaKey: string): Line[] {
  return text.areas
    .filter(area => area.codeUri.toLowerCase() === areaKey.toLowerCase())
    .flatMap(area => [...area.compulsory, ...area.optional].flatMap(linesOfPassage))
}

function linesOfPassage({ heading, items, lead, text }: Passage): Line[] {
  const sentences = (items ?? []).flatMap(item => namedLines(item, lead))
  const lines = [...(heading ? namedLines(heading) : []), ...sentences, ...(text ? textLines(text) : [])]
  // The national texts have spaces of many widths.
  return lines.map(line => ({ ...line, text: line.text.replaceAll(/\s+/g, ' ').trim() }))
}

function namedLines(names: Names, lead?: Names): Line[] {
  return languages.flatMap(language => {
    const text = names[language]
    if (text === undefined || text === '') return []
    const begun = lead?.[language]
    return [{ language, text: begun === undefined ? text : `${begun.replace(/[:\s]+$/, '')} ${text}` }]
  })
}

function textLines(text: LocalisedText): Line[] {
  return languages.flatMap((language: Language) =>
    (text[language] ?? [])
      .filter(line => line.kind !== 'heading')
      .map(line => ({ language, text: line.text })),
  )
}
