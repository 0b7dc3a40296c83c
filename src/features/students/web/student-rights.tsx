import { Link } from 'react-router'
import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { Section } from '../../../ui/section.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { StudentStudyRight } from '../contract.ts'
import { MakePlan } from './make-plan.tsx'
import { texts } from './student-texts.ts'

/** A student's study rights with the way to each plan. */
export function StudentRights({
  rights,
  masked,
}: {
  readonly rights: readonly StudentStudyRight[]
  /** Behind a turvakielto nobody writes before they have looked. */
  readonly masked: boolean
}) {
  const t = useTexts(texts)
  const columns: readonly Column<StudentStudyRight>[] = [
    { name: t('qualification'), heading: true, cell: right => <QualificationName right={right} /> },
    { name: t('studyRight'), cell: right => right.oid },
    {
      name: t('plan'),
      cell: right =>
        right.plan === undefined ? (
          <>
            {t('noPlan')} {masked ? null : <MakePlan studyRightOid={right.oid} text={t('makePlan')} />}
          </>
        ) : (
          <Link to={`/plans/${right.plan.id}`}>{t('openPlan')}</Link>
        ),
    },
  ]
  return (
    <Section id="study-rights" title={t('studyRights')}>
      {rights.length === 0 ? (
        <p>{t('noRights')}</p>
      ) : (
        <Table caption={t('caption')} columns={columns} rows={rights} rowKey={right => right.oid} />
      )}
    </Section>
  )
}

function QualificationName({ right }: { readonly right: StudentStudyRight }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const name = pickName(right.qualification?.names, language)
  return name === undefined ? t('unknownQualification') : <span lang={name.language}>{name.text}</span>
}
