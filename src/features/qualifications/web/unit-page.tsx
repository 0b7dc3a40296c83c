import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import type { UnitPage } from '../contract-browse.ts'
import type { UnitText } from '../contract-texts.ts'
import { unitQuery } from './api.ts'
import { Areas } from './areas.tsx'
import { Criteria } from './criteria.tsx'
import { Passages } from './passages.tsx'
import { useNameOf } from './public-name.tsx'
import styles from './qualification.module.css'
import { TextLines } from './text-lines.tsx'
import { texts } from './texts.ts'
import { pointsWords } from './words.ts'

export default function UnitPageRoute() {
  const { code = '', id = '' } = useParams()
  const t = useTexts(texts)
  const query = useQuery(unitQuery(id, code))
  return (
    <AsyncPage query={query} back={{ to: `/qualifications/${id}`, text: t('eyebrow') }}>
      {page => <Content page={page} />}
    </AsyncPage>
  )
}

function Content({ page }: { readonly page: UnitPage }) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const { code, names, qualification, text, unit } = page
  const size = pointsWords(unit?.points, t)
  return (
    <Page
      title={nameOf(names, code)}
      eyebrow={nameOf(qualification.names, qualification.diaryNumber)}
      back={{ to: `/qualifications/${qualification.id}`, text: nameOf(qualification.names, t('eyebrow')) }}
      width="medium"
    >
      <div className={styles.summary}>
        <Facts dense>
          {size === undefined ? null : <Fact name={t('unit.points')}>{size}</Fact>}
          <Fact name={t('unit.code')}>{code.slice(code.indexOf('_') + 1)}</Fact>
          <Fact name={t('facts.diary')}>{qualification.diaryNumber}</Fact>
        </Facts>
      </div>
      {text === undefined ? (
        <Note tone="info" title={t('unit.noText')}>
          <p>{t('unit.noTextHint')}</p>
        </Note>
      ) : (
        <Texts page={page} text={text} />
      )}
    </Page>
  )
}

function Texts({ page, text }: { readonly page: UnitPage; readonly text: UnitText }) {
  const t = useTexts(texts)
  const { areas, assessment, criteria, demonstrating, description, requirements } = text
  const groups = [...criteria, ...(page.scale?.criteria ?? [])]
  const vocational = page.unit?.kind === 'vocational' && page.code.startsWith('tutkinnonosat_')
  return (
    <>
      {description === undefined ? null : (
        <Section id="description" title={t('unit.description')}>
          <TextLines text={description} />
        </Section>
      )}
      {requirements.length === 0 ? null : (
        <Section id="requirements" title={t(vocational ? 'unit.requirements' : 'unit.goals')}>
          <Passages passages={requirements} level="h3" />
        </Section>
      )}
      {areas.length === 0 ? null : (
        <Section id="areas" title={t('unit.areas')} count={areas.length}>
          <Areas areas={areas} unit={page.unit} />
        </Section>
      )}
      {demonstrating === undefined ? null : (
        <Section id="demonstrating" title={t('unit.demonstrating')}>
          <TextLines text={demonstrating} />
        </Section>
      )}
      {groups.length === 0 && assessment === undefined ? null : (
        <Section id="criteria" title={t('unit.criteria')}>
          {assessment === undefined ? null : <TextLines text={assessment} />}
          <Criteria groups={groups} level="h3" />
        </Section>
      )}
    </>
  )
}
