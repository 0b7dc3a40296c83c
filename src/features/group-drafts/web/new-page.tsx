import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { formatDate } from '../../../platform/i18n/format.ts'
import { isPlainDate, type PlainDate } from '../../../platform/time/plain-date.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { useSignedIn } from '../../../platform/web/session.ts'
import { Async, Failure } from '../../../ui/async.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { DateField } from '../../../ui/date-field.tsx'
import { Note } from '../../../ui/note.tsx'
import { Page } from '../../../ui/page.tsx'
import { mondayOf } from '../rules-dates.ts'
import { candidatesQuery, draftsQuery, groupsQuery, makeDraft, templatesQuery } from './api.ts'
import { CandidateList } from './candidate-list.tsx'
import styles from './drafts.module.css'
import { texts } from './texts.ts'

/** Which template for whom; `?template=` and `?group=` choose beforehand. */
export default function NewPage() {
  const t = useTexts(texts)
  const templates = useQuery(templatesQuery)
  const groups = useQuery(groupsQuery)
  return (
    <Page
      title={t('new.title')}
      lead={t('new.lead')}
      back={{ to: '/groups', text: t('page.back') }}
      width="medium"
    >
      <div className={styles.stack}>
        <Async query={templates}>
          {({ items }) =>
            items.length === 0 ? (
              <Note tone="info" title={t('new.noTemplates')}>
                <Link to="/templates">{t('new.toTemplates')}</Link>
              </Note>
            ) : (
              <Async query={groups}>{({ items: all }) => <NewForm templates={items} groups={all} />}</Async>
            )
          }
        </Async>
        <Open />
      </div>
    </Page>
  )
}

interface NewFormProps {
  readonly templates: readonly { readonly id: string; readonly name: string; readonly groupCode?: string }[]
  readonly groups: readonly { readonly code: string; readonly name?: string }[]
}

function NewForm({ groups, templates }: NewFormProps) {
  const t = useTexts(texts)
  const navigate = useNavigate()
  const today = useSignedIn()?.today ?? ''
  const [params] = useSearchParams()
  const [only] = templates.length === 1 ? templates : []
  const [templateId, setTemplateId] = useState(params.get('template') ?? only?.id ?? '')
  const own = templates.find(one => one.id === templateId)?.groupCode
  const [chosenGroup, setGroup] = useState(params.get('group') ?? '')
  const group = chosenGroup === '' ? (groups.find(one => one.code === own)?.code ?? '') : chosenGroup
  const [startsOn, setStartsOn] = useState<string>(isPlainDate(today) ? mondayOf(today as PlainDate) : '')
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const candidates = useQuery(candidatesQuery(templateId, group))
  const able = (candidates.data?.items ?? []).filter(one => one.problem === undefined)
  const chosen = able.filter(one => !left.has(one.studentId))
  const making = useMutation({
    mutationFn: () => {
      const studentIds = left.size === 0 ? {} : { studentIds: chosen.map(one => one.studentId) }
      return makeDraft({ templateId, groupCode: group, startsOn, ...studentIds })
    },
    onSuccess: ({ id }) => navigate(`/group-drafts/${id}`),
  })
  const complete = templateId !== '' && group !== '' && isPlainDate(startsOn) && chosen.length > 0
  return (
    <div className={styles.form}>
      <Choice
        label={t('new.template')}
        value={templateId}
        options={[
          { value: '', text: t('new.choose') },
          ...templates.map(({ id, name }) => ({ value: id, text: name })),
        ]}
        onChange={setTemplateId}
      />
      <Choice
        label={t('new.group')}
        value={group}
        options={[
          { value: '', text: t('new.choose') },
          ...groups.map(({ code, name }) => ({
            value: code,
            text: name === undefined ? code : `${code} ${name}`,
          })),
        ]}
        onChange={code => {
          setGroup(code)
          setLeft(new Set())
        }}
      />
      <DateField
        label={t('new.startsOn')}
        hint={t('new.startsOnHint')}
        value={startsOn}
        onChange={setStartsOn}
        required
      />
      {templateId === '' || group === '' ? null : (
        <Async query={candidates}>
          {({ items }) => <CandidateList items={items} left={left} onLeft={setLeft} />}
        </Async>
      )}
      {making.error === null ? null : <Failure error={making.error} />}
      <div className={styles.buttons}>
        <Button
          look="primary"
          disabled={!complete}
          pending={making.isPending}
          onPress={() => making.mutate()}
        >
          {t('new.make')}
        </Button>
      </div>
    </div>
  )
}

/** Drafts that wait: whoever closed the browser goes on here. */
function Open() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const query = useQuery(draftsQuery)
  const items = query.data?.items ?? []
  if (items.length === 0) return null
  return (
    <section className={styles.list}>
      <h2>{t('new.open')}</h2>
      <ul className={styles.list}>
        {items.map(({ groupCode, id, saved, startsOn, students, templateName }) => (
          <li key={id} className={styles.tools}>
            <Link to={`/group-drafts/${id}`}>{groupCode ?? t('page.titleChosen')}</Link>
            <span>{t('new.openRow', { template: templateName, date: formatDate(startsOn, language) })}</span>
            <span className={styles.quiet}>{t('new.openSaved', { saved, students })}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
