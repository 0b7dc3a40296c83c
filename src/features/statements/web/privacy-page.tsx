import { useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { Section } from '../../../ui/section.tsx'
import type { WordedField } from '../contract.ts'
import { KeptForList } from './kept-for.tsx'
import { PublicStatement, WordedText } from './public-statement.tsx'
import { publicTexts, texts } from './texts.ts'

const [before, after] = [
  ['purposes', 'bases', 'categories', 'sources', 'recipients', 'transfers'],
  ['extra'],
] as const satisfies readonly (readonly WordedField[])[]

export default function PrivacyPage() {
  const t = useTexts(publicTexts)
  const name = useTexts(texts)
  return (
    <PublicStatement kind="privacy">
      {({ body, keptFor }) => {
        const { controller, controllerContact, officerContact } = body.plain
        const told = (fields: readonly WordedField[]) =>
          fields.map(field => (
            <Section key={field} id={field} title={name(`fields.${field}`)}>
              <WordedText body={body} field={field} empty={t('empty')} />
            </Section>
          ))
        return (
          <>
            <Section id="controller" title={name('fields.controller')}>
              <Facts>
                <Fact name={name('fields.controller')}>{controller || t('empty')}</Fact>
                <Fact name={name('fields.controllerContact')}>{controllerContact || t('empty')}</Fact>
                <Fact name={name('fields.officerContact')}>{officerContact || t('empty')}</Fact>
              </Facts>
            </Section>
            {told(before)}
            <Section id="kept" title={name('keptFor')}>
              <KeptForList keptFor={keptFor} />
            </Section>
            <Section id="rights" title={t('privacy.rights')}>
              <p>{t('privacy.rightsText')}</p>
              <p>{t('privacy.automated')}</p>
            </Section>
            <Section id="complaint" title={t('privacy.complaint')}>
              <p>{t('privacy.complaintText')}</p>
            </Section>
            {body.worded.extra === undefined ? null : told(after)}
          </>
        )
      }}
    </PublicStatement>
  )
}
