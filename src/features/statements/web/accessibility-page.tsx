import { formatDate } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Section } from '../../../ui/section.tsx'
import { FeedbackForm } from './feedback-form.tsx'
import { PublicStatement, WordedText } from './public-statement.tsx'
import { publicTexts } from './texts.ts'

export default function AccessibilityPage() {
  const t = useTexts(publicTexts)
  const { language } = useLanguage()
  return (
    <PublicStatement kind="accessibility">
      {({ body, provider }) => {
        const { assessedBy, assessedOn = '', contactEmail = '', contactPhone = '', status } = body.plain
        const state = status === 'full' || status === 'none' ? status : 'partial'
        const assessor = assessedBy === 'external' ? 'external' : 'self'
        return (
          <>
            <Section id="state" title={t('accessibility.stateTitle')}>
              <p>{t(`accessibility.state.${state}`)}</p>
            </Section>
            {state === 'full' ? null : (
              <Section id="shortcomings" title={t('accessibility.shortcomings')}>
                <WordedText body={body} field="shortcomings" empty={t('accessibility.noShortcomings')} />
              </Section>
            )}
            <Section id="assessment" title={t('accessibility.assessment')}>
              <p>
                {assessedOn === ''
                  ? t('accessibility.notAssessed')
                  : t(`accessibility.assessed.${assessor}`, { date: formatDate(assessedOn, language) })}
              </p>
            </Section>
            <Section id="feedback" title={t('form.title')}>
              <FeedbackForm providerOid={provider.oid} />
              {contactEmail + contactPhone === '' ? null : (
                <p>
                  {t('accessibility.contact')}{' '}
                  {contactEmail === '' ? null : <a href={`mailto:${contactEmail}`}>{contactEmail}</a>}{' '}
                  {contactPhone}
                </p>
              )}
            </Section>
            <Section id="authority" title={t('accessibility.authority')}>
              <p>{t('accessibility.authorityText')}</p>
              <WordedText body={body} field="authority" empty={t('empty')} />
            </Section>
          </>
        )
      }}
    </PublicStatement>
  )
}
