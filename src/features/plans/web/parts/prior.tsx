import { useTexts } from '../../../../platform/web/language.tsx'
import { Disclosure } from '../../../../ui/disclosure.tsx'
import type { AreaChoice } from '../../contract-choices.ts'
import { newDemonstration } from '../../rules-defaults.ts'
import { verifiedByAssessors, verifiedByDemonstration } from '../../rules-law.ts'
import { valueAt } from '../editor/body.ts'
import { useEditor } from '../editor-context.tsx'
import { CodePlace } from '../pick/code-place.tsx'
import { OrganisationPlace } from '../pick/organisation-place.tsx'
import type {
  Demonstration,
  PriorCommonUnit,
  PriorLocalUnit,
  PriorSubjectArea,
  PriorVocationalUnit,
} from '../stored.ts'
import { texts as planTexts } from '../texts.ts'
import { AddUnits } from './add-units.tsx'
import { ProviderAssessors } from './assessors.tsx'
import { AddAreas, AddCommonUnits } from './common-units.tsx'
import { useDates } from './dates.ts'
import { DemonstrationForm, useDemonstrationName } from './demonstration-form.tsx'
import { LocalFields } from './local.tsx'
import type { Level } from './part-card.tsx'
import { AddPart, PartList } from './part-list.tsx'
import { useCodeText, useWrittenName } from './part-names.ts'
import styles from './parts.module.css'
import { CheckPlace, DatePlace, TextPlace } from './places.tsx'
import { texts } from './texts.ts'
import { useBounds } from './use-bounds.ts'

const directly = { verificationCode: 'osaamisentodentamisenprosessi_0001', verificationCodeVersion: 1 }

/** What the student knows already, by the three kinds of units. */
export function PriorForms() {
  const t = useTexts(texts)
  const code = useCodeText()
  const written = useWrittenName()
  return (
    <>
      <div className={styles.group}>
        <h3>{t('prior.vocational')}</h3>
        <PartList<PriorVocationalUnit>
          list="/priorVocationalUnits"
          level="h4"
          name={unit => code(unit.unitCode)}
          form={(unit, pointer) => <VerifiedForm part={unit} pointer={pointer} level="h5" own />}
          adding={<AddUnits list="/priorVocationalUnits" more={directly} />}
        />
      </div>
      <div className={styles.group}>
        <h3>{t('prior.local')}</h3>
        <PartList<PriorLocalUnit>
          list="/priorLocalUnits"
          level="h4"
          name={unit => written(unit.name)}
          form={(unit, pointer) => (
            <>
              <LocalFields pointer={pointer} />
              <VerifiedForm part={unit} pointer={pointer} level="h5" own />
            </>
          )}
          adding={
            <AddPart
              list="/priorLocalUnits"
              text={t('add.localUnit')}
              make={() => ({ name: '', ...directly })}
            />
          }
        />
      </div>
      <div className={styles.group}>
        <h3>{t('prior.common')}</h3>
        <PriorCommon />
      </div>
    </>
  )
}

const areaOf = ({ code, codeVersion }: AreaChoice) => ({
  subjectAreaCode: code,
  subjectAreaCodeVersion: codeVersion,
  ...directly,
})

function PriorCommon() {
  const t = useTexts(texts)
  const code = useCodeText()
  return (
    <PartList<PriorCommonUnit>
      list="/priorCommonUnits"
      level="h4"
      name={unit => code(unit.unitCode)}
      summary={unit => t('areas', { count: unit.subjectAreas.length })}
      form={(unit, pointer) => (
        <>
          <PartList<PriorSubjectArea>
            list={`${pointer}/subjectAreas`}
            level="h5"
            inner
            name={area => code(area.subjectAreaCode)}
            form={(area, place) => <VerifiedForm part={area} pointer={place} level="h6" own />}
            adding={
              <AddAreas
                list={`${pointer}/subjectAreas`}
                unitCode={unit.unitCode}
                taken={unit.subjectAreas.map(area => area.subjectAreaCode)}
                area={areaOf}
              />
            }
          />
          <Disclosure title={t('more')}>
            <VerifiedForm part={unit} pointer={pointer} level="h5" />
          </Disclosure>
        </>
      )}
      adding={<AddCommonUnits list="/priorCommonUnits" area={areaOf} />}
    />
  )
}

interface Verified {
  readonly verificationCode?: string
  readonly verificationDetails?: object
  readonly demonstrations?: readonly Demonstration[]
}

interface VerifiedFormProps {
  readonly part: Verified
  readonly pointer: string
  readonly level: Level
  /** A part that is recognised itself, and not only through its subject areas. */
  readonly own?: boolean
}

/** How prior competence is verified: only what the chosen way asks for. */
function VerifiedForm({ part, pointer, level, own = false }: VerifiedFormProps) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { plan, set } = useEditor()
  const { today } = useBounds()
  const at = (member: string): string => `${pointer}/${member}`
  const byAssessors = part.verificationCode === verifiedByAssessors || part.verificationDetails !== undefined
  const byDemonstration =
    part.verificationCode === verifiedByDemonstration || (part.demonstrations ?? []).length > 0
  return (
    <>
      <div className={styles.fields}>
        <CodePlace
          pointer={at('verificationCode')}
          label={named('fields.verificationCode')}
          set="osaamisentodentamisenprosessi"
          day={today}
          demanded={own}
          onChoose={code => {
            set(at('verificationCode'), code?.code)
            set(at('verificationCodeVersion'), code?.codeVersion)
          }}
        />
        {byAssessors ? (
          <DatePlace
            pointer={at('verificationDetails/sentForAssessmentOn')}
            label={named('fields.sentForAssessmentOn')}
          />
        ) : null}
      </div>
      {byAssessors ? (
        <ProviderAssessors list={at('verificationDetails/assessors')} title={named('fields.assessors')} />
      ) : null}
      {byDemonstration ? <Shown part={part} pointer={pointer} level={level} /> : null}
      {own || valueAt(plan, at('providerOid')) !== undefined ? (
        <Disclosure title={t('more')}>
          <div className={styles.fields}>
            <OrganisationPlace pointer={at('providerOid')} label={named('fields.providerOid')} />
            <CheckPlace
              pointer={at('essentialMatter')}
              label={named('fields.essentialMatter')}
              hint={t('essentialHint')}
            />
            <TextPlace pointer={at('deviation')} label={named('fields.deviation')} multiline />
          </div>
        </Disclosure>
      ) : null}
    </>
  )
}

function Shown({ part, pointer, level: Heading }: Omit<VerifiedFormProps, 'own'>) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const bounds = useBounds()
  const dates = useDates()
  const list = `${pointer}/demonstrations`
  return (
    <div className={styles.group}>
      <Heading>{named('demonstrations')}</Heading>
      <PartList<Demonstration>
        list={list}
        level="h6"
        inner
        name={useDemonstrationName()}
        summary={dates}
        form={(demonstration, place) => (
          <DemonstrationForm demonstration={demonstration} pointer={place} unit={part} />
        )}
        adding={
          <AddPart list={list} text={t('add.demonstration')} make={() => newDemonstration({}, bounds)} />
        }
      />
    </div>
  )
}
