import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import type { Column, DraftPage, DraftRow } from '../contract.ts'
import { texts } from './texts.ts'

/** What a column is called: with its unit only where the kind stands in several columns. */
export function useColumnNames(page: DraftPage): (column: Column) => string {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return column => {
    const kind = column.place === undefined ? column.kind : (`dates-${column.place}` as const)
    const once = t(`columns.${kind}`)
    const plain = column.nth === undefined ? once : t('columns.nth', { column: once, nth: column.nth })
    const same = page.columns.filter(one => one.kind === column.kind)
    const unit = column.name ?? pickName(page.names[column.code ?? ''], language)?.text ?? column.code
    return same.length < 2 || unit === undefined ? plain : t('columns.of', { column: plain, unit })
  }
}

/** The units and subject areas of columns, of several periods also which. */
export function useUnitNames(page: Pick<DraftPage, 'names'>): (columns: readonly Column[]) => string {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return columns =>
    columns
      .map(({ code, name, nth }) => {
        const unit = name ?? pickName(page.names[code ?? ''], language)?.text ?? code ?? ''
        return nth === undefined ? unit : t('columns.nth', { column: unit, nth })
      })
      .join(', ')
}

/** A student's name, or that it is hidden. */
export function useNameOf(): (row: Pick<DraftRow, 'name' | 'protection' | 'key'>) => string {
  const t = useTexts(texts)
  return row => row.name ?? (row.protection === 'masked' ? t('page.hidden') : row.key)
}
