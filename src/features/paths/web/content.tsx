import { useTexts } from '../../../platform/web/language.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { useHashPlace } from '../../../ui/hash-place.ts'
import { LinkList } from '../../../ui/link-list.tsx'
import { Section } from '../../../ui/section.tsx'
import type { PathView } from '../contract.ts'
import { Ahead } from './ahead.tsx'
import { HowFarSection } from './how-far.tsx'
import { Now } from './now.tsx'
import styles from './path.module.css'
import { Slots } from './slots.tsx'
import { texts } from './texts.ts'
import { voiceOf } from './voice.ts'

interface PathContentProps {
  readonly view: PathView
  readonly onChoose: (studyRight: string) => void
}

/**
 * One column on a phone; beside each other where there is room: what happens and how far it is, then what people say
 * and do about it.
 */
export function PathContent({ view, onChoose }: PathContentProps) {
  const t = useTexts(texts)
  const { id, own } = view.student
  useHashPlace()
  return (
    <>
      {view.choices.length < 2 ? null : (
        <div className={styles.choose}>
          <Choice
            label={t('choose')}
            value={view.chosen?.studyRight ?? ''}
            options={view.choices.map(({ name, studyRight }) => ({
              value: studyRight,
              text: name.text ?? t('unnamedStudies'),
            }))}
            onChange={onChoose}
          />
        </div>
      )}
      <div className={styles.columns}>
        <div>
          <Now view={view} />
          <Ahead view={view} />
        </div>
        <div className={styles.side}>
          <HowFarSection view={view} />
          <WaysOn view={view} />
        </div>
      </div>
      <div className={styles.columns}>
        <div>
          <Slots studentId={id} own={own} view={view} />
        </div>
        <div>
          <Slots studentId={id} own={own} view={view} aside />
        </div>
      </div>
    </>
  )
}

function WaysOn({ view }: { readonly view: PathView }) {
  const t = useTexts(texts)
  const { plan, student, teacher } = view
  const voice = voiceOf(view)
  const items = [
    ...(plan === undefined
      ? []
      : [{ to: `/plans/${plan.id}`, title: t('wholePlan'), text: t(`${voice}.wholePlanText`) }]),
    ...(student.own ? [{ to: '/own-audit', title: t('whoSaw'), text: t('whoSawText') }] : []),
  ]
  return (
    <Section id="more" title={t(`${voice}.more`)}>
      {teacher === undefined ? null : <p>{t(`${voice}.teacher`, { name: teacher })}</p>}
      <LinkList label={t(`${voice}.more`)} items={items} />
    </Section>
  )
}
