import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Note } from '../../../ui/note.tsx'
import { Section } from '../../../ui/section.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import { applyFix } from '../../plans/rules-fixes.ts'
import { useNameOf } from '../../qualifications/web/public-name.tsx'
import type { TemplateBody } from '../contract.ts'
import type { TemplatePage } from '../contract-api.ts'
import { BreaksPart } from './breaks-part.tsx'
import { CheckPart } from './check-part.tsx'
import { draftOf } from './draft.ts'
import type { Keeping } from './kept.ts'
import { useNaming } from './naming.ts'
import { SavePart } from './save-part.tsx'
import styles from './templates.module.css'
import { texts } from './texts.ts'
import { goToUnit, UnitsPart } from './units-part.tsx'
import { useDraft, type Writing, writtenOf } from './use-draft.ts'
import { WeekPicture } from './week-picture.tsx'

interface EditorProps {
  readonly page: TemplatePage
  readonly keeping: Keeping
  readonly onSaved: (saved: { readonly version: number; readonly name: string }) => void
  readonly onDiscard: () => void
}

/** The form of a template: its units in order, their weeks, what the rules say beside them, one save. */
export function Editor({ keeping, onDiscard, onSaved, page }: EditorProps) {
  const t = useTexts(texts)
  const { template } = page
  const [kept] = useState(keeping.read)
  const [begun, setBegun] = useState(() => writtenOf(page))
  // What was kept is of its own version: another's save since is told when it is saved.
  const [version, setVersion] = useState(kept?.version ?? template.version)
  const writing = useDraft(begun, kept?.written)
  const { dirty, written } = writing
  useEffect(() => keeping.keep(dirty ? { version, written } : undefined), [keeping, dirty, version, written])
  const naming = useNaming(page)
  const form = useRef<HTMLFormElement>(null)
  const body = writing.edit?.body ?? page.body
  const unitName = (checked: TemplateBody, pointer: string) => {
    const unit = checked.units[Number(/^\/units\/(\d+)/.exec(pointer)?.[1])]
    if (unit === undefined) return undefined
    return { id: unit.id, name: unit.kind === 'local' ? unit.name : naming.ofCode(unit.code) }
  }
  return (
    <form ref={form} noValidate onSubmit={event => event.preventDefault()}>
      {kept === undefined || !dirty ? null : (
        <Note tone="info" compact title={t('edit.kept')}>
          <Button look="quiet" onPress={onDiscard}>
            {t('edit.dropKept')}
          </Button>
        </Note>
      )}
      <div className={styles.layout}>
        <div>
          <AboutPart page={page} writing={writing} />
          <UnitsPart page={page} naming={naming} writing={writing} />
          <BreaksPart writing={writing} />
          <Section id="picture" title={t('edit.picture')}>
            <WeekPicture body={body} nameOf={naming.ofCode} />
          </Section>
        </div>
        <div className={styles.aside}>
          <CheckPart
            asked={{
              diaryNumber: template.diaryNumber,
              ...(written.competenceArea === '' ? {} : { competenceArea: written.competenceArea }),
              body,
            }}
            begun={page}
            unitName={unitName}
            onFix={(fix, checked) => writing.setDraft(() => draftOf(applyFix(checked, fix)))}
            onGo={goToUnit}
          />
        </div>
      </div>
      <SavePart
        id={template.id}
        version={version}
        writing={writing}
        form={form}
        onDiscard={onDiscard}
        onSaved={saved => {
          setBegun(saved.written)
          setVersion(saved.version)
          onSaved({ version: saved.version, name: saved.written.name.trim() })
        }}
      />
    </form>
  )
}

function AboutPart({ page, writing }: { readonly page: TemplatePage; readonly writing: Writing }) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const { set, written } = writing
  const areas = page.competenceAreas.map(({ code, names }) => ({ value: code, text: nameOf(names, code) }))
  const known = areas.some(area => area.value === written.competenceArea)
  const own = written.competenceArea
  return (
    <Section id="about" title={t('edit.about')}>
      <div className={styles.form}>
        <TextField
          label={t('new.name')}
          value={written.name}
          onChange={name => set({ name })}
          error={written.name.trim() === '' ? t('new.giveName') : undefined}
          maxLength={200}
          required
        />
        {areas.length === 0 && own === '' ? null : (
          <Choice
            label={t('new.area')}
            value={own}
            options={[
              { value: '', text: t('new.noArea') },
              ...areas,
              ...(own === '' || known
                ? []
                : [{ value: own, text: nameOf(page.template.competenceAreaNames, own) }]),
            ]}
            onChange={competenceArea => set({ competenceArea })}
          />
        )}
        <TextField
          label={t('new.group')}
          hint={t('new.groupHint')}
          value={written.groupCode}
          onChange={groupCode => set({ groupCode })}
          maxLength={60}
        />
      </div>
    </Section>
  )
}
