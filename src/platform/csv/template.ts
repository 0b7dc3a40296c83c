import type { Language } from '../i18n/language.ts'
import type { Column, Content } from './columns.ts'
import { csvText } from './write.ts'

/** The file with its headings and one invented row, to begin with. */
export function templateOf(columns: readonly Column[], language: Language): string {
  return csvText([columns.map(column => column.headings[language]), columns.map(column => column.example)])
}

/** One column as a page explains it. */
export interface ColumnAbout {
  readonly key: string
  readonly heading: string
  readonly required: boolean
  readonly content: Content
  readonly example: string
}

export function aboutColumns(columns: readonly Column[], language: Language): ColumnAbout[] {
  return columns.map(({ content, example, headings, key, required }) => ({
    key,
    heading: headings[language],
    required: required === true,
    content,
    example,
  }))
}
