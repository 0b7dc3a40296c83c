import { useQuery } from '@tanstack/react-query'
import { formatDate } from '../../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { Note } from '../../../../ui/note.tsx'
import { codeKey } from '../../../codes/rules.ts'
import { datesFrom, isRemedial, newPreparatoryPart, supportOf } from '../../rules-defaults.ts'
import { preparatoryWeeks, remedialTeaching, validity } from '../../rules-law.ts'
import { useEditor } from '../editor-context.tsx'
import { unitsQuery } from '../pick/api.ts'
import { Adding, Chooser } from '../pick/chooser.tsx'
import { CodePlace } from '../pick/code-place.tsx'
import { useOwnUnits } from '../pick/unit-choices.tsx'
import type { LearningSupport, PreparatoryPart, StudySkillsStudies } from '../stored.ts'
import { texts as planTexts } from '../texts.ts'
import { useDates } from './dates.ts'
import { useFolding } from './fold.tsx'
import { AddPart, PartList } from './part-list.tsx'
import { learnt, useCodeText, useWrittenName } from './part-names.ts'
import styles from './parts.module.css'
import { DatePlace, NumberPlace, TextPlace } from './places.tsx'
import { texts } from './texts.ts'
import { useBounds } from './use-bounds.ts'

/** Parts of preparatory education (TUVA); their extent is in weeks. */
export function PreparatoryForms() {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const name = useCodeText()
  const dates = useDates()
  const weeks = (code: string): string | undefined => {
    const bounds = preparatoryWeeks[code]
    return bounds === undefined ? undefined : t('weeksHint', { min: bounds[0], max: bounds[1] })
  }
  return (
    <PartList<PreparatoryPart>
      list="/preparatoryParts"
      level="h3"
      name={part => name(part.partCode)}
      summary={dates}
      form={(part, pointer) => (
        <div className={styles.fields}>
          <DatePlace pointer={`${pointer}/start`} label={named('fields.start')} required />
          <DatePlace pointer={`${pointer}/end`} label={named('fields.end')} required />
          <NumberPlace
            pointer={`${pointer}/weeks`}
            label={named('fields.weeks')}
            required
            {...(weeks(part.partCode) === undefined ? {} : { hint: weeks(part.partCode) ?? '' })}
          />
        </div>
      )}
      adding={<AddPreparatoryParts />}
    />
  )
}

function AddPreparatoryParts() {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { insert, learn, plan } = useEditor()
  const folding = useFolding()
  const bounds = useBounds()
  const own = useOwnUnits()
  const { data } = useQuery({ ...unitsQuery(own ?? { diaryNumber: '' }), enabled: own !== undefined })
  const parts = data?.preparatoryParts ?? []
  const present = plan.preparatoryParts ?? []
  if (parts.length === 0) return <p className={styles.quiet}>{t('chooser.noUnits')}</p>
  return (
    <Adding text={t('add.preparatoryParts')}>
      {(close, leave) => (
        <Chooser
          groups={[{ key: 'parts', name: named('fields.preparatoryParts'), items: parts }]}
          taken={present.map(part => part.partCode)}
          onClose={close}
          onAdd={chosen => {
            leave()
            const codes = new Set(chosen.map(one => codeKey(one.code)))
            const found = parts.filter(part => codes.has(codeKey(part.code)))
            learn(Object.fromEntries(found.map(part => [part.code, learnt(part)])))
            const pointers: string[] = []
            const made: { start: string; end: string }[] = [...present]
            for (const part of found) {
              const next = newPreparatoryPart(part, made, bounds)
              made.push(next)
              pointers.push(insert('/preparatoryParts', next))
            }
            if (pointers[0] !== undefined) folding.go(pointers[0])
          }}
        />
      )}
    </Adding>
  )
}

/** Learning support: only remedial teaching has days and tells in which units it is given. */
export function SupportForms() {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { set } = useEditor()
  const bounds = useBounds()
  const name = useCodeText()
  const dates = useDates()
  const list = '/learningSupport'
  return (
    <PartList<LearningSupport>
      list={list}
      level="h3"
      name={support => name(support.typeCode)}
      summary={dates}
      form={(support, pointer) => (
        <div className={styles.fields}>
          <CodePlace
            pointer={`${pointer}/typeCode`}
            label={named('fields.typeCode')}
            set="ammatillinenkoulutusoppimisentuentyyppi"
            day={bounds.today}
            demanded
            onChoose={code => {
              if (code !== undefined) set(pointer, supportOf(code.code, bounds, support))
            }}
          />
          {isRemedial(support.typeCode) ? <RemedialFields pointer={pointer} /> : null}
          {isRemedial(support.typeCode) ? null : <p className={styles.quiet}>{t('support.whole')}</p>}
        </div>
      )}
      adding={
        <AddPart list={list} text={t('add.support')} make={() => supportOf(remedialTeaching, bounds)} />
      }
    />
  )
}

function RemedialFields({ pointer }: { readonly pointer: string }) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { set } = useEditor()
  const { today } = useBounds()
  return (
    <>
      <CodePlace
        pointer={`${pointer}/unitGroupCode`}
        label={t('support.unitGroup')}
        set="ammatillisentutkinnonosanryhma"
        day={today}
        demanded
        only={code => /_[12]$/.test(code)}
        onChoose={code => set(`${pointer}/unitGroupCode`, code?.code)}
      />
      <DatePlace pointer={`${pointer}/start`} label={named('fields.start')} required />
      <DatePlace pointer={`${pointer}/end`} label={named('fields.end')} required />
    </>
  )
}

/** Studies supporting study skills, which learning support has replaced. */
export function StudySkillsForms() {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { language } = useLanguage()
  const bounds = useBounds()
  const name = useWrittenName()
  const dates = useDates()
  const { from } = validity.studySkillsReplaced
  const list = '/studySkillsStudies'
  return (
    <>
      {bounds.today >= from ? (
        <Note tone="info" compact>
          <p>{t('studySkills.replaced', { date: formatDate(from, language) })}</p>
        </Note>
      ) : null}
      <PartList<StudySkillsStudies>
        list={list}
        level="h3"
        name={studies => name(studies.name)}
        summary={dates}
        form={(_, pointer) => (
          <div className={styles.fields}>
            <TextPlace pointer={`${pointer}/name`} label={named('fields.name')} required />
            <TextPlace
              pointer={`${pointer}/description`}
              label={named('fields.description')}
              required
              multiline
            />
            <DatePlace pointer={`${pointer}/start`} label={named('fields.start')} required />
            <DatePlace pointer={`${pointer}/end`} label={named('fields.end')} required />
          </div>
        )}
        adding={
          <AddPart
            list={list}
            text={t('add.studySkills')}
            make={() => ({ name: '', description: '', ...datesFrom(undefined, bounds) })}
          />
        }
      />
    </>
  )
}
