import type { TemplateRow } from './contract-api.ts'

const wordsOf = (text: string): string[] =>
  text
    .toLocaleLowerCase('fi')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== '')

/** Every word that was typed begins a word of the template's name, qualification, area or group, in any language. */
export function answersTo(row: TemplateRow, text: string): boolean {
  const names = [row.qualificationNames, row.competenceAreaNames].flatMap(one => Object.values(one ?? {}))
  const own = wordsOf([row.name, row.diaryNumber, row.groupCode ?? '', ...names].join(' '))
  return wordsOf(text).every(word => own.some(one => one.startsWith(word)))
}
