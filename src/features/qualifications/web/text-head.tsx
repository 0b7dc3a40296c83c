import type { Names } from '../../../platform/i18n/names.ts'
import { useTexts } from '../../../platform/web/language.tsx'
import { Name } from './public-name.tsx'
import { texts } from './texts.ts'

interface TextHeadProps {
  readonly heading: Names | undefined
  readonly lead?: Names | undefined
  readonly level: 'h3' | 'h4' | 'h5' | 'h6'
}

/** What stands before the items of a text, where it has it: a heading, and the words that begin each sentence. */
export function TextHead({ heading, lead, level: Heading }: TextHeadProps) {
  const t = useTexts(texts)
  return (
    <>
      {heading === undefined ? null : (
        <Heading>
          <Name names={heading} otherwise={t('unnamed')} />
        </Heading>
      )}
      {lead === undefined ? null : (
        <p>
          <Name names={lead} otherwise="" />
        </p>
      )}
    </>
  )
}
