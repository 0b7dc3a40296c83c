import { useMemo } from 'react'
import { plainDateOf } from '../../../../platform/time/plain-date.ts'
import { useTexts } from '../../../../platform/web/language.tsx'
import { useSignedIn } from '../../../../platform/web/session.ts'
import { Button } from '../../../../ui/button.tsx'
import { Mark } from '../../../../ui/note.tsx'
import { Section } from '../../../../ui/section.tsx'
import { type Timeline, timelineOf } from '../../rules-timeline.ts'
import type { PlanView } from '../api.ts'
import { jump, partId } from '../jump.ts'
import { placeOn } from './axis.tsx'
import controls from './controls.module.css'
import { Legend } from './legend.tsx'
import { TimelineTable } from './list.tsx'
import { Picture } from './picture.tsx'
import { targetOf } from './row-line.tsx'
import { type Scale, scaleOf } from './scale.ts'
import { Segments } from './segments.tsx'
import { texts } from './texts.ts'
import styles from './timeline.module.css'
import { type Form, useForm } from './use-form.ts'
import { useView, type View } from './use-view.ts'
import { useTimelineWords } from './words.ts'

type TimelineView = Pick<PlanView, 'plan' | 'studyRight' | 'durations'>

/** The plan on a line of weeks, and beside it in words what has no dates or wrong ones. */
export function TimelineSection({ view }: { readonly view: TimelineView }) {
  const t = useTexts(texts)
  const day = useSignedIn()?.today
  const { plan, studyRight, durations } = view
  const timeline = useMemo(
    () => timelineOf({ plan, studyRight, durations, today: plainDateOf(day ?? plan.firstApprovedOn) }),
    [plan, studyRight, durations, day],
  )
  return (
    <Section id="timeline" title={t('title')}>
      <ProgressWords timeline={timeline} />
      {timeline.weeks.length === 0 ? (
        <p className={styles.quiet}>{t('empty')}</p>
      ) : (
        <Shown timeline={timeline} />
      )}
      <Undrawn timeline={timeline} />
    </Section>
  )
}

function Shown({ timeline }: { readonly timeline: Timeline }) {
  const t = useTexts(texts)
  const [form, setForm] = useForm()
  const focus = timeline.today === undefined ? 0 : placeOn(timeline)(timeline.today)
  const view = useView(timeline.weeks.length, focus)
  const forms = (['picture', 'table'] as const).map(value => ({ value, text: t(value) }))
  return (
    <div className={styles.picture}>
      <div className={controls.controls}>
        <Segments<Form> label={t('form')} value={form} options={forms} onChange={setForm} />
        {form === 'picture' ? <Controls timeline={timeline} view={view} focus={focus} /> : null}
      </div>
      {form === 'picture' ? (
        <>
          <Picture timeline={timeline} view={view} />
          <Legend timeline={timeline} inSight={view.inSight} />
        </>
      ) : (
        <TimelineTable timeline={timeline} />
      )}
    </div>
  )
}

interface ControlsProps {
  readonly timeline: Timeline
  readonly view: View
  readonly focus: number
}

function Controls({ timeline, view, focus }: ControlsProps) {
  const t = useTexts(texts)
  const total = timeline.weeks.length
  const scales = (['term', 'year', 'whole'] as const).map(value => ({ value, text: t(`scales.${value}`) }))
  return (
    <>
      <Segments<Scale>
        label={t('scale')}
        value={scaleOf(view.inSight, total)}
        options={scales}
        onChange={view.choose}
      />
      <div className={controls.buttons}>
        <Button look="quiet" label={t('farther')} onPress={() => view.zoom(1)}>
          −
        </Button>
        <Button look="quiet" label={t('closer')} onPress={() => view.zoom(-1)}>
          +
        </Button>
        <Button look="quiet" label={t('earlier')} onPress={() => view.pan(-1)}>
          ‹
        </Button>
        <Button look="quiet" label={t('later')} onPress={() => view.pan(1)}>
          ›
        </Button>
        {timeline.today === undefined ? null : (
          <Button look="quiet" onPress={() => view.center(focus)}>
            {t('toToday')}
          </Button>
        )}
      </div>
    </>
  )
}

/** How many parts have no dates, have them, and have them behind them. */
function ProgressWords({ timeline }: { readonly timeline: Timeline }) {
  const t = useTexts(texts)
  const words = (['passed', 'scheduled', 'planned'] as const).flatMap(progress => {
    const count = timeline.rows.filter(row => row.progress === progress).length
    return count === 0 ? [] : [t(`progressCount.${progress}`, { count })]
  })
  if (words.length === 0) return null
  return (
    <p className={styles.quiet}>
      {t('progressLead', { words: words.join(', ') })} {t('lead')}
    </p>
  )
}

/** What the picture cannot show. */
function Undrawn({ timeline: { undated, faults } }: { readonly timeline: Timeline }) {
  const t = useTexts(texts)
  const words = useTimelineWords()
  const link = (pointer: string, text: string) => {
    const id = partId(targetOf(pointer))
    return (
      <a href={`#${id}`} onClick={event => jump(event, id)}>
        {text}
      </a>
    )
  }
  return (
    <>
      {faults.length === 0 ? null : (
        <div className={styles.undrawn}>
          <h3>{t('faults')}</h3>
          <ul>
            {faults.map(fault => (
              <li key={`${fault.pointer} ${fault.kind}`} className={styles.fault}>
                <Mark tone="warning" />
                {link(fault.pointer, `${words.row(fault.row)}: ${words.fault(fault)}`)}
              </li>
            ))}
          </ul>
        </div>
      )}
      {undated.length === 0 ? null : (
        <div className={styles.undrawn}>
          <h3>{t('undated')}</h3>
          <ul className={styles.names}>
            {undated.map(row => (
              <li key={row.pointer}>{link(row.pointer, words.row(row))}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}
