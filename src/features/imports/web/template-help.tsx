import type { Language } from '../../../platform/i18n/language.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { ButtonAnchor } from '../../../ui/button.tsx'
import { Disclosure } from '../../../ui/disclosure.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { ImportKind } from '../contract.ts'
import type { fi } from '../i18n/fi-pages.ts'
import { templateFile } from './api.ts'
import { texts } from './texts.ts'

/** A column as its file's own table tells of it. */
export interface FileColumn {
  readonly key: string
  readonly headings: Readonly<Record<Language, string>>
  readonly required?: boolean
  readonly content: keyof typeof fi.contents
  readonly example: string
}

interface TemplateHelpProps {
  readonly kind: ImportKind
  readonly columns: readonly FileColumn[]
}

/** A file to begin with, and what each of its columns holds. */
export function TemplateHelp({ kind, columns }: TemplateHelpProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const shown: readonly Column<FileColumn>[] = [
    {
      name: t('upload.column'),
      heading: true,
      cell: ({ headings, required }) =>
        required === true ? `${headings[language]} (${t('upload.required')})` : headings[language],
    },
    { name: t('upload.content'), cell: ({ content }) => t(`contents.${content}`) },
    { name: t('upload.example'), cell: ({ example }) => example },
  ]
  return (
    <>
      <div>
        <ButtonAnchor href={templateFile(kind)}>{t('upload.template')}</ButtonAnchor>
      </div>
      <Disclosure title={t('upload.columns')}>
        <p>{t('upload.columnsLead')}</p>
        <Table caption={t('upload.columns')} columns={shown} rows={columns} rowKey={({ key }) => key} />
      </Disclosure>
    </>
  )
}
