import { formatDate } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { classes } from '../../../ui/classes.ts'
import type { TaskView } from '../contract.ts'
import styles from './tasks.module.css'
import { texts } from './texts.ts'

interface TaskRowsProps {
  readonly tasks: readonly TaskView[]
  readonly late: boolean
}

/** Each thing in a row of its own: whose, what, when, and the one button that leads to where it is taken care of. */
export function TaskRows({ late, tasks }: TaskRowsProps) {
  return (
    <ul className={styles.rows}>
      {tasks.map(task => (
        <TaskRow key={`${task.kind} ${task.id}`} task={task} late={late} />
      ))}
    </ul>
  )
}

function TaskRow({ late, task }: { readonly task: TaskView; readonly late: boolean }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const whose = task.student === undefined ? undefined : (task.student.name ?? t('hidden'))
  const date = { date: formatDate(task.date, language) }
  // Ten buttons of the same word are told apart by whose they are.
  const label = whose === undefined ? task.action : `${task.action}: ${whose}`
  return (
    <li className={styles.row}>
      <div className={styles.about}>
        {whose === undefined ? null : <p className={styles.whose}>{whose}</p>}
        <p>{task.text}</p>
        <p className={classes(styles.date, late && styles.late)}>
          {task.dateIs === 'since' ? t('since', date) : t(late ? 'late' : 'by', date)}
        </p>
      </div>
      <ButtonLink to={task.to} label={label}>
        {task.action}
      </ButtonLink>
    </li>
  )
}
