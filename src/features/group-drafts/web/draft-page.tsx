import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useParams } from 'react-router'
import { formatDate } from '../../../platform/i18n/format.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useAnnounce } from '../../../ui/announcer.tsx'
import { Check } from '../../../ui/check.tsx'
import { AsyncPage } from '../../../ui/failure-page.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { Progress } from '../../../ui/progress.tsx'
import type { DraftPage as DraftPageBody } from '../contract.ts'
import { type Place, placeAt, progressOf, shownColumns } from '../rules-columns.ts'
import { cellsOf, type PasteFault, pasteFault } from '../rules-paste.ts'
import type { CellChange } from './answers.ts'
import { draftQuery } from './api.ts'
import { Cards } from './cards.tsx'
import { Conflicts } from './conflicts.tsx'
import styles from './drafts.module.css'
import { Grid } from './grid.tsx'
import { Others } from './others.tsx'
import { SavePart } from './save-part.tsx'
import { texts } from './texts.ts'
import { Tools } from './tools.tsx'
import { useAnswers } from './use-answers.ts'
import { useNarrow } from './use-narrow.ts'
import { useColumnNames } from './words.ts'

export default function DraftPage() {
  const t = useTexts(texts)
  const { id = '' } = useParams()
  const query = useQuery(draftQuery(id))
  return (
    <AsyncPage query={query} back={{ to: '/groups', text: t('page.back') }}>
      {page => <Draft key={page.id} page={page} />}
    </AsyncPage>
  )
}

function Draft({ page }: { readonly page: DraftPageBody }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const answering = useAnswers(page)
  const progress = progressOf(answering.rows)
  const { template } = page
  const open = answering.rows.filter(row => row.problem === undefined && row.outcome === undefined)
  return (
    <Page
      title={
        page.groupCode === undefined ? t('page.titleChosen') : t('page.title', { group: page.groupCode })
      }
      lead={t('page.lead', { template: template.name, date: formatDate(page.startsOn, language) })}
      back={{ to: '/groups', text: t('page.back') }}
    >
      <div className={styles.stack}>
        {template.newest > template.version ? <Note tone="info" compact title={t('page.newer')} /> : null}
        <Progress
          label={t('page.progress')}
          value={progress.ready + progress.saved}
          total={progress.all}
          text={t('page.ready', { ready: progress.ready + progress.saved, all: progress.all })}
        />
        <Conflicts answering={answering} />
        {open.length === 0 ? null : <Table page={page} open={open} answering={answering} />}
        <SavePart page={page} rows={answering.rows} busy={answering.state !== 'kept'} />
        <Others
          page={page}
          rows={answering.rows}
          busy={answering.state !== 'kept'}
          onChange={answering.change}
        />
      </div>
    </Page>
  )
}

interface TableProps {
  readonly page: DraftPageBody
  readonly open: DraftPageBody['rows']
  readonly answering: ReturnType<typeof useAnswers>
}

function Table({ answering, open, page }: TableProps) {
  const t = useTexts(texts)
  const announce = useAnnounce()
  const narrow = useNarrow()
  const nameOf = useColumnNames(page)
  const [all, setAll] = useState(false)
  const [at, setAt] = useState<Place>()
  const [refused, setRefused] = useState<string>()
  const columns = shownColumns(page.columns, open, all)
  const current = placeAt(open, columns, at)
  const [row, column] = [
    open.findIndex(one => one.key === current.row),
    columns.findIndex(one => one.key === current.column),
  ]
  const change = (changes: readonly CellChange[]): void => {
    setRefused(undefined)
    answering.change(changes)
  }
  const refusal = (fault: PasteFault): string =>
    fault.fault === 'uneven' ? t('paste.uneven', fault) : t(`paste.${fault.fault}`, fault)
  const paste = (text: string): void => {
    const cells = cellsOf(text)
    const fault = pasteFault(cells, { rows: open.length - row, columns: columns.length - column })
    if (fault !== undefined) {
      setRefused(refusal(fault))
      return
    }
    const changes = cells.flatMap((line, down) =>
      line.flatMap((answer, right): CellChange[] => {
        const [student, asked] = [open[row + down], columns[column + right]]
        const takes = student !== undefined && asked !== undefined && student.cells[asked.key] !== undefined
        // An empty cell of the spreadsheet leaves what is known as it is.
        return takes && answer !== '' ? [{ key: student.key, column: asked.key, text: answer }] : []
      }),
    )
    change(changes)
    announce(t('page.pasted', { count: changes.length }))
  }
  const fill = (): void => {
    const text = open[row]?.cells[current.column]?.text ?? ''
    const below = open.slice(row + 1).filter(one => one.cells[current.column]?.state === 'lacking')
    if (text === '') return
    change(below.map(one => ({ key: one.key, column: current.column, text })))
    announce(t('page.filled', { count: below.length }))
  }
  const undo = (): void => {
    if (!answering.canUndo) return
    answering.undo()
    announce(t('page.undone'))
  }
  if (columns.length === 0 && !all)
    return (
      <>
        <p>{t('page.nothingAsked')}</p>
        <Check label={t('page.showAll')} checked={all} onChange={setAll} />
      </>
    )
  const common = { draftId: page.id, rows: open, columns, nameOf, names: page.names, onChange: change }
  return (
    <>
      <Tools answering={answering} onFill={narrow ? undefined : fill} onUndo={undo}>
        <Check label={t('page.showAll')} checked={all} onChange={setAll} />
      </Tools>
      {refused === undefined ? null : <Note tone="error" compact title={refused} live="alert" />}
      {narrow ? (
        <Cards {...common} all={page.columns} />
      ) : (
        <div className={styles.scroll}>
          <Grid {...common} current={current} onPlace={setAt} onPaste={paste} onUndo={undo} onFill={fill} />
        </div>
      )}
    </>
  )
}
