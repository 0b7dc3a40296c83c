import { formatDateRange } from '../../../platform/i18n/format.ts'
import { useLanguage } from '../../../platform/web/language.tsx'
import { CodeName } from './code-name.tsx'
import { EditLink } from './edit-link.tsx'
import { Fields, type Row } from './fields.tsx'
import { partId } from './jump.ts'
import { lines, prose } from './lists.tsx'
import { Person } from './person.tsx'
import styles from './plan.module.css'
import type { Demonstration, ProviderAssessor } from './stored.ts'

interface DemonstrationProps {
  readonly demonstration: Demonstration
  readonly pointer: string
}

export function DemonstrationPart({ demonstration, pointer }: DemonstrationProps) {
  const { environment } = demonstration
  return (
    <li className={styles.part} id={partId(pointer)} tabIndex={-1}>
      <div className={styles.partHead}>
        <p className={styles.partName}>{environment.name}</p>
        <EditLink pointer={pointer} name={environment.name} />
      </div>
      <Fields dense pointer={pointer} rows={useRows(demonstration)} />
    </li>
  )
}

function useRows(demonstration: Demonstration): readonly Row[] {
  const { language } = useLanguage()
  const { start, end, environment, content, individualCriteria, subjectAreas, organiser } = demonstration
  return [
    { name: 'time', keys: ['start', 'end'], value: formatDateRange(start, end, language) },
    {
      name: 'environment',
      keys: ['environment'],
      value: [environment.name, environment.businessId, environment.description]
        .filter(part => part !== undefined)
        .join(', '),
    },
    { name: 'content', keys: ['content'], value: lines(content, item => item) },
    {
      name: 'individualCriteria',
      keys: ['individualCriteria'],
      value: lines(individualCriteria, item => item),
    },
    {
      name: 'subjectAreas',
      keys: ['subjectAreas'],
      value: lines(subjectAreas, ({ code }) => <CodeName code={code} />),
    },
    { name: 'workAssessors', keys: ['workAssessors'], value: workAssessors(demonstration) },
    {
      name: 'providerAssessors',
      keys: ['providerAssessors'],
      value: providerAssessors(demonstration.providerAssessors),
    },
    { name: 'organiser', keys: ['organiser'], value: organisation(organiser?.institutionOid) },
    { name: 'deviation', keys: ['deviation'], value: prose(demonstration.deviation) },
  ]
}

function workAssessors({ workAssessors: assessors }: Demonstration) {
  return lines(assessors, assessor => <Person person={assessor} of={assessor.organisation.name} />)
}

export function providerAssessors(assessors: readonly ProviderAssessor[] | undefined) {
  return lines(assessors, assessor => <Person person={assessor} />)
}

function organisation(oid: string | undefined) {
  return oid === undefined ? undefined : <CodeName code={oid} known={oid} />
}
