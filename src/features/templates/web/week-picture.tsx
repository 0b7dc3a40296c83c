import { useTexts } from '../../../platform/web/language.tsx'
import { Hidden } from '../../../ui/hidden.tsx'
import type { TemplateBody } from '../contract.ts'
import { coursesOf, endOf, lengthOf } from '../rules-courses.ts'
import { isAtWork } from './course-form.tsx'
import styles from './templates.module.css'
import { texts } from './texts.ts'

interface WeekPictureProps {
  readonly body: TemplateBody
  readonly nameOf: (code: string) => string
}

/** Weeks of each unit as bars on one scale; each line says the same in words. */
export function WeekPicture({ body, nameOf }: WeekPictureProps) {
  const t = useTexts(texts)
  const length = lengthOf(body)
  if (length === 0) return null
  const place = ({ week, weeks }: { week: number; weeks: number }) => ({
    insetInlineStart: `${(week / length) * 100}%`,
    width: `${(Math.min(weeks, length - week) / length) * 100}%`,
  })
  const breaks = body.breaks.filter(one => one.week < length)
  return (
    <>
      <p className={styles.quiet}>{t('edit.pictureText', { count: length })}</p>
      <ul className={styles.picture}>
        {coursesOf(body).map(({ area, demonstrations, periods, pointer, unit }) => {
          const name = area === undefined && unit.kind === 'local' ? unit.name : nameOf(area ?? codeOf(unit))
          return (
            <li key={pointer} className={styles.line}>
              <span className={styles.lineName}>{name}</span>
              <span className={styles.track}>
                {breaks.map(one => (
                  <span key={`b${one.week}`} className={styles.bar} data-way="break" style={place(one)} />
                ))}
                {periods.map(one => (
                  <span key={one.id} className={styles.bar} data-way={way(one)} style={place(one)} />
                ))}
                {demonstrations.map(one => (
                  <span key={one.id} className={styles.bar} data-way="demonstration" style={place(one)} />
                ))}
                <Hidden>
                  {[...periods, ...demonstrations]
                    .map(one => t('edit.weekSpan', { name, first: one.week + 1, last: endOf(one) }))
                    .join('. ')}
                </Hidden>
              </span>
            </li>
          )
        })}
      </ul>
    </>
  )
}

const way = (period: Parameters<typeof isAtWork>[0]): string => (isAtWork(period) ? 'work' : 'school')
const codeOf = (unit: TemplateBody['units'][number]): string => (unit.kind === 'local' ? '' : unit.code)
