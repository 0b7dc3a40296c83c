import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { Link, useParams } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { Fact, Facts } from '../../../ui/facts.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { Section } from '../../../ui/section.tsx'
import type { EducationPart, Qualification, Structure } from '../contract.ts'
import type { OtherQualification, QualificationPage } from '../contract-browse.ts'
import { qualificationQuery } from './api.ts'
import { Name, useNameOf } from './public-name.tsx'
import styles from './qualification.module.css'
import { StructureView } from './structure.tsx'
import { texts } from './texts.ts'
import { pointsWords, validityWords } from './words.ts'

export default function QualificationPageRoute() {
  const { id = '' } = useParams()
  const t = useTexts(texts)
  const query = useQuery(qualificationQuery(id))
  return (
    <AsyncPage query={query} back={{ to: '/qualifications', text: t('back') }}>
      {page => <Content page={page} />}
    </AsyncPage>
  )
}

function Content({ page }: { readonly page: QualificationPage }) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const { qualification } = page
  const { diaryNumber, educationParts, names } = qualification
  return (
    <Page
      title={nameOf(names, diaryNumber)}
      eyebrow={t('eyebrow')}
      back={{ to: '/qualifications', text: t('back') }}
    >
      <Head page={page} />
      <Structures page={page} />
      {educationParts.length === 0 ? null : <EducationParts qualification={qualification} />}
    </Page>
  )
}

function Head({
  page: { qualification, replacedBy, replaces, validity },
}: {
  readonly page: QualificationPage
}) {
  const t = useTexts(texts)
  const { diaryNumber, educationCodes, source, structures } = qualification
  const sizes = [...new Set(structures.flatMap(one => pointsWords(one.totalPoints, t) ?? []))]
  return (
    <div className={styles.summary}>
      <Facts dense>
        <Fact name={t('facts.diary')}>{diaryNumber}</Fact>
        <Fact name={t('facts.validity')}>{validityWords({ ...qualification, validity }, t)}</Fact>
        {sizes.length === 0 ? null : <Fact name={t('facts.size')}>{sizes.join(', ')}</Fact>}
        <Fact name={t('facts.codes')}>
          {educationCodes.map(code => code.slice(code.indexOf('_') + 1)).join(', ')}
        </Fact>
        {replaces.length === 0 ? null : (
          <Fact name={t('facts.replaces')}>
            <Others others={replaces} />
          </Fact>
        )}
        {replacedBy.length === 0 ? null : (
          <Fact name={t('facts.replacedBy')}>
            <Others others={replacedBy} />
          </Fact>
        )}
        <Fact name={t('facts.source')}>{source.name}</Fact>
      </Facts>
    </div>
  )
}

function Others({ others }: { readonly others: readonly OtherQualification[] }) {
  return (
    <ul>
      {others.map(({ diaryNumber, id, names }) => (
        <li key={diaryNumber}>
          {id === undefined ? (
            diaryNumber
          ) : (
            <Link to={`/qualifications/${id}`}>
              <Name names={names} otherwise={diaryNumber} /> ({diaryNumber})
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}

/** One way to take the qualification at a time; the newest first. */
function Structures({ page }: { readonly page: QualificationPage }) {
  const t = useTexts(texts)
  const { structures } = page.qualification
  const drawable = useMemo(() => structures.filter(one => one.root.members.length > 0), [structures])
  const newest = drawable.find(one => one.method === 'reformi') ?? drawable[0]
  const [method, setMethod] = useState(newest?.method ?? '')
  const structure: Structure | undefined = drawable.find(one => one.method === method) ?? newest
  if (structure === undefined)
    return page.qualification.educationParts.length > 0 ? null : <Note tone="info" title={t('noStructure')} />
  return (
    <StructureView
      key={structure.method}
      page={page}
      structure={structure}
      methods={drawable.map(one => one.method)}
      onMethod={setMethod}
    />
  )
}

function EducationParts({
  qualification: { educationParts, id },
}: {
  readonly qualification: Qualification
}) {
  const t = useTexts(texts)
  const weeks = ({ max, min }: EducationPart['weeks']) =>
    min === undefined && max === undefined ? null : t('weeks', { min: min ?? 0, max: max ?? '' })
  return (
    <Section id="parts" title={t('sections.parts')}>
      <ul className={styles.tree}>
        {educationParts.map(part => (
          <li key={part.codeUri} className={styles.unit}>
            <Link to={`/qualifications/${id}/units/${part.codeUri}`}>
              <Name names={part.names} otherwise={part.codeUri} />
            </Link>
            <span className={styles.bounds}>{weeks(part.weeks)}</span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
