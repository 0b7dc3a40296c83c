import { useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import type { Acquiring } from '../acquiring.tsx'
import { FieldFindings } from '../editor/field-findings.tsx'
import { useEditor } from '../editor-context.tsx'
import { OrganisationPlace } from '../pick/organisation-place.tsx'
import { WorkplacePlace } from '../pick/workplace-place.tsx'
import type { Demonstration } from '../stored.ts'
import { texts as planTexts } from '../texts.ts'
import { AreasPlace } from './areas-place.tsx'
import { ProviderAssessors, WorkAssessors } from './assessors.tsx'
import styles from './parts.module.css'
import { DatePlace, LinesPlace, TextPlace } from './places.tsx'
import { texts } from './texts.ts'

interface DemonstrationFormProps {
  readonly demonstration: Demonstration
  readonly pointer: string
  readonly unit: Acquiring
}

/** When, where and how competence is shown, and who assesses it. */
export function DemonstrationForm({ demonstration, pointer, unit }: DemonstrationFormProps) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const at = (member: string): string => `${pointer}/${member}`
  const { environment } = demonstration
  const workplaces = (unit.learningPeriods ?? []).flatMap(period => period.workplace ?? [])
  return (
    <>
      <div className={styles.fields}>
        <DatePlace pointer={at('start')} label={named('fields.start')} required />
        <DatePlace pointer={at('end')} label={named('fields.end')} required />
      </div>
      <fieldset className={styles.group}>
        <legend>{t('demonstration.place')}</legend>
        <FieldFindings pointer={at('environment')} />
        <SamePlaces pointer={at('environment')} name={environment.name} workplaces={workplaces} />
        <WorkplacePlace pointer={at('environment')} label={t('demonstration.placeName')} />
        <TextPlace pointer={`${at('environment')}/description`} label={t('demonstration.placeDescription')} />
      </fieldset>
      <LinesPlace
        pointer={at('content')}
        label={named('fields.content')}
        hint={t('demonstration.contentHint')}
        required
      />
      <WorkAssessors
        list={at('workAssessors')}
        place={environment}
        instructors={workplaces.map(workplace => workplace.instructor)}
      />
      <ProviderAssessors list={at('providerAssessors')} title={named('fields.providerAssessors')} />
      <Disclosure title={t('more')}>
        <div className={styles.fields}>
          <OrganisationPlace
            pointer={`${at('organiser')}/institutionOid`}
            whole={at('organiser')}
            label={t('demonstration.organiser')}
          />
          <AreasPlace pointer={at('subjectAreas')} label={named('fields.subjectAreas')} />
          <LinesPlace pointer={at('individualCriteria')} label={named('fields.individualCriteria')} />
          <TextPlace pointer={at('deviation')} label={named('fields.deviation')} multiline />
        </div>
      </Disclosure>
    </>
  )
}

interface SamePlacesProps {
  readonly pointer: string
  readonly name: string
  readonly workplaces: readonly { readonly name: string; readonly businessId?: string }[]
}

/** Most demonstrations are where the student has learnt: one press instead of typing. */
function SamePlaces({ pointer, name, workplaces }: SamePlacesProps) {
  const t = useTexts(texts)
  const { set } = useEditor()
  const others = [...new Map(workplaces.map(one => [one.name, one])).values()].filter(
    one => one.name !== '' && one.name !== name,
  )
  if (others.length === 0) return null
  return (
    <div className={styles.row}>
      {others.map(one => (
        <Button
          key={one.name}
          look="quiet"
          onPress={() => {
            set(`${pointer}/name`, one.name)
            set(`${pointer}/businessId`, one.businessId)
          }}
        >
          {t('period.use', { name: one.name })}
        </Button>
      ))}
    </div>
  )
}

/** A demonstration is called by its place. */
export function useDemonstrationName(): (demonstration: Demonstration) => string {
  const t = useTexts(texts)
  return ({ environment }) => (environment.name === '' ? t('demonstration.new') : environment.name)
}
