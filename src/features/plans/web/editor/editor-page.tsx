import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { Navigate, useParams, useSearchParams } from 'react-router'
import { problemOf } from '../../../../platform/web/api.ts'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { type SignedIn, useSignedIn } from '../../../../platform/web/session.ts'
import { Loading } from '../../../../ui/async.tsx'
import { Button } from '../../../../ui/button.tsx'
import { AsyncPage } from '../../../../ui/failure-page.tsx'
import { Note } from '../../../../ui/note.tsx'
import { ProtectionNote } from '../../../students/web/public-protection.tsx'
import { studentTitle } from '../protection.ts'
import { texts as planTexts } from '../texts.ts'
import { type Drafts, draftsOf, type KeptDraft } from './drafts.ts'
import { Editor } from './editor.tsx'
import { EditorFrame } from './editor-frame.tsx'
import { draftFor, type Opened, openedPlan, openedStart } from './opened.ts'
import { texts } from './texts.ts'
import { useTab } from './use-tab.ts'
import { readNewest, readStart } from './writing-api.ts'

/** `/plans/new?studyRight=OID` and `/plans/:planId/edit#<pointer>`. */
export default function EditorPage() {
  const { planId } = useParams()
  const [search] = useSearchParams()
  return planId === undefined ? (
    <NewPlan studyRightOid={search.get('studyRight') ?? ''} />
  ) : (
    <StoredPlan planId={planId} />
  )
}

/** Read once: what somebody else saves meanwhile is met when saving. */
const once = { staleTime: Number.POSITIVE_INFINITY, gcTime: 0, refetchOnReconnect: false } as const

function StoredPlan({ planId }: { readonly planId: string }) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { language } = useLanguage()
  const back = { to: `/plans/${planId}`, text: t('backToPlan') }
  const query = useQuery({
    ...once,
    queryKey: ['writing', 'plan', planId],
    queryFn: () => readNewest(planId, language),
  })
  return (
    <AsyncPage query={query} back={back}>
      {view => {
        const student = studentTitle(view, named)
        if (view.permittedActions.includes('update')) return <Tab opened={openedPlan(view, student)} />
        const mayReveal = view.permittedActions.includes('reveal')
        return (
          <EditorFrame student={student} planId={planId}>
            <ProtectionNote studentId={view.student.id} protection={view.protection} mayReveal={mayReveal} />
            <Note tone="info" title={view.protection === 'masked' ? t('protected') : t('mayNot')} />
          </EditorFrame>
        )
      }}
    </AsyncPage>
  )
}

function NewPlan({ studyRightOid }: { readonly studyRightOid: string }) {
  const query = useQuery({
    ...once,
    queryKey: ['writing', 'start', studyRightOid],
    queryFn: () => readStart(studyRightOid),
  })
  const { code, planId } = problemOf(query.error)
  // Somebody has made it: what was begun here, if anything, goes on there.
  if (code === 'plans.exists' && typeof planId === 'string')
    return <Navigate to={`/plans/${planId}/edit`} replace />
  return <AsyncPage query={query}>{start => <Tab opened={openedStart(start)} />}</AsyncPage>
}

/** Opens the editor in one tab at a time. */
function Tab({ opened: given }: { readonly opened: Opened }) {
  const t = useTexts(texts)
  const session = useSignedIn()
  // The session may end while something is written: the writer stays who they were.
  const [writer] = useState(session)
  const [opened] = useState(given)
  const { planId, studyRightOid } = opened.place
  const { onYield, tab, take } = useTab(`writing ${writer?.user.id} ${studyRightOid}`)
  if (writer === undefined || tab === 'asking') return <Loading />
  if (tab === 'own') return <Restoring opened={opened} writer={writer} onYield={onYield} />
  return (
    <EditorFrame student={opened.student} planId={planId}>
      <Note tone="info" title={tab === 'taken' ? t('tabs.taken') : t('tabs.title')} live="status">
        <p>{tab === 'taken' ? t('tabs.takenText') : t('tabs.text')}</p>
        <Button onPress={take}>{t('tabs.take')}</Button>
      </Note>
    </EditorFrame>
  )
}

interface RestoringProps {
  readonly opened: Opened
  readonly writer: SignedIn
  readonly onYield: (yielding: () => Promise<void>) => void
}

interface Found {
  readonly drafts: Drafts
  readonly restored: KeptDraft | undefined
}

/** Looks for a draft before anything can be written. */
function Restoring({ onYield, opened, writer }: RestoringProps) {
  const [found, setFound] = useState<Found>()
  useEffect(() => {
    let open = true
    void find(opened, writer).then(now => {
      if (open) setFound(now)
    })
    return () => {
      open = false
    }
  }, [opened, writer])
  if (found === undefined) return <Loading />
  return <Editor opened={opened} onYield={onYield} {...found} />
}

async function find(opened: Opened, writer: SignedIn): Promise<Found> {
  const drafts = await draftsOf(writer)
  const { studyRightOid } = opened.place
  const draft = await drafts.read(studyRightOid)
  const restored = draftFor(opened, draft)
  if (draft !== undefined && restored === undefined) await drafts.remove(studyRightOid)
  return { drafts, restored }
}
