import { useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { listAt } from '../editor/body.ts'
import { useEditor } from '../editor-context.tsx'
import { contactOf } from '../person.tsx'
import { OrganisationPlace } from '../pick/organisation-place.tsx'
import { PersonPlace, StaffPlace } from '../pick/person-place.tsx'
import { WorkplacePlace } from '../pick/workplace-place.tsx'
import { texts as planTexts } from '../texts.ts'
import { InnerList } from './inner-lists.tsx'
import styles from './parts.module.css'
import { texts } from './texts.ts'
import { useBounds } from './use-bounds.ts'

/** Assessors whom a provider employs: from one's own staff, at the student's institution. */
export function ProviderAssessors({ list, title }: { readonly list: string; readonly title: string }) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { institutionOid } = useBounds()
  return (
    <InnerList
      list={list}
      title={title}
      addText={t('add.assessor')}
      make={() => ({ name: '', organisation: institutionOid === undefined ? {} : { institutionOid } })}
      name={number => t('demonstration.providerAssessor', { number })}
    >
      {pointer => (
        <div className={styles.fields}>
          <StaffPlace pointer={pointer} label={named('fields.name')} />
          <OrganisationPlace
            pointer={`${pointer}/organisation/institutionOid`}
            label={named('fields.institutionOid')}
          />
        </div>
      )}
    </InnerList>
  )
}

interface WorkAssessorsProps {
  readonly list: string
  /** Where the demonstration takes place. */
  readonly place: { readonly name: string; readonly businessId?: string }
  /** Instructors of the unit's workplaces: as a rule one of them assesses. */
  readonly instructors: readonly object[]
}

/** Assessors who come from working life. */
export function WorkAssessors({ list, place, instructors }: WorkAssessorsProps) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { contacts, insert, plan } = useEditor()
  const organisation = {
    name: place.name,
    ...(place.businessId === undefined ? {} : { businessId: place.businessId }),
  }
  const present = new Set(listAt(plan, list).map(one => contactOf(one as object, contacts).name))
  const offered = instructors
    .map(one => contactOf(one, contacts).name)
    .filter(name => name !== undefined && name !== '' && !present.has(name))
  const known = offered.flatMap(name => (name === undefined ? [] : [{ name }]))
  return (
    <>
      <InnerList
        list={list}
        title={named('fields.workAssessors')}
        addText={t('add.assessor')}
        make={() => ({ name: '', organisation })}
        name={number => t('demonstration.workAssessor', { number })}
      >
        {pointer => (
          <>
            <PersonPlace pointer={pointer} label={named('fields.name')} known={known} />
            <WorkplacePlace pointer={`${pointer}/organisation`} label={t('demonstration.employer')} />
          </>
        )}
      </InnerList>
      {[...new Set(offered)].map(name => (
        <div key={name}>
          <Button look="quiet" onPress={() => insert(list, { name, organisation })}>
            {t('demonstration.addInstructor', { name: name ?? '' })}
          </Button>
        </div>
      ))}
    </>
  )
}
