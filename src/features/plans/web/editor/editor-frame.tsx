import { type ReactNode, useEffect, useMemo } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { useLanguage, useTexts } from '../../../../platform/web/language.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Section } from '../../../../ui/section.tsx'
import { type Editor, EditorContext, useEditor } from '../editor-context.tsx'
import { PartForms } from '../parts/parts.tsx'
import { placeNames } from '../place-names.ts'
import { ReadingProvider } from '../reading.tsx'
import { texts as planTexts } from '../texts.ts'
import { BasicsPart } from './basics-part.tsx'
import { offeredParts, partOf, pointerIn } from './edited-parts.ts'
import styles from './editor.module.css'
import { FindingsPanel } from './findings-panel.tsx'
import { FixOnce } from './fix-once.tsx'
import { InsideContext } from './inside-context.tsx'
import { PartNav } from './part-nav.tsx'
import { texts } from './texts.ts'
import type { Checked } from './use-check.ts'
import type { WritingStore } from './use-writing.ts'

interface ProvidersProps {
  readonly editor: Editor
  readonly store: WritingStore
  readonly children: ReactNode
}

/** What the forms, the findings and the words of values need from around them. */
export function Providers({ children, editor, store }: ProvidersProps) {
  const navigate = useNavigate()
  const { search } = useLocation()
  const inside = useMemo(
    () => ({
      change: (change: (plan: Editor['plan']) => Editor['plan']) =>
        store.update(now => ({ ...now, plan: change(now.plan) })),
      jump: (pointer: string) => void navigate({ search, hash: pointer }),
    }),
    [store, navigate, search],
  )
  const { contacts, findings, names } = editor
  const reading = useMemo(() => ({ contacts, findings, names, durations: {} }), [contacts, findings, names])
  return (
    <EditorContext value={editor}>
      <InsideContext value={inside}>
        <ReadingProvider value={reading}>
          <FixOnce />
          {children}
        </ReadingProvider>
      </InsideContext>
    </EditorContext>
  )
}

interface FrameProps {
  readonly student: string
  readonly planId: string | undefined
  readonly children: ReactNode
}

export function EditorFrame({ children, planId, student }: FrameProps) {
  const t = useTexts(texts)
  const back = planId === undefined ? {} : { back: { to: `/plans/${planId}`, text: t('backToPlan') } }
  return (
    <Page title={student} eyebrow={planId === undefined ? t('titleNew') : t('eyebrow')} {...back}>
      <div className={styles.body}>{children}</div>
    </Page>
  )
}

/** The forms of one part, the way to the others, and everything that the rules say. */
export function EditedParts({ checkState }: { readonly checkState: Checked['state'] }) {
  const t = useTexts(planTexts)
  const { language } = useLanguage()
  const { findings, names, plan, studyRight } = useEditor()
  const { hash } = useLocation()
  const pointer = pointerIn(hash)
  const part = partOf(pointer)
  const parts = offeredParts(plan, studyRight)
  const placeName = useMemo(() => placeNames({ body: plan, names, language, t }), [plan, names, language, t])
  useEffect(() => {
    // A whole part was chosen: reading goes on at its heading.
    if (/^\/[^/]*$/.test(pointer)) document.getElementById(partOf(pointer))?.focus()
  }, [pointer])
  return (
    <div className={styles.columns}>
      <PartNav parts={parts} current={part} findings={findings} />
      <div className={styles.body}>
        <Section key={part} id={part} title={t(`sections.${part}`)}>
          {part === 'basics' ? <BasicsPart /> : <PartForms part={part} />}
        </Section>
        <FindingsPanel state={checkState} placeName={placeName} />
      </div>
    </div>
  )
}
