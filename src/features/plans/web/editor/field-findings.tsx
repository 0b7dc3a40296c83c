import { useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { Hidden } from '../../../../ui/hidden.tsx'
import { Note } from '../../../../ui/note.tsx'
import type { ShownFinding } from '../api.ts'
import { useEditor } from '../editor-context.tsx'
import { useFixWords } from '../fix-words.ts'
import styles from './editor.module.css'
import { useFix } from './fixing.ts'
import { texts } from './texts.ts'

interface FieldFindingsProps {
  /** The place that this field (or part) writes. */
  readonly pointer: string
  /** Also the findings of every place inside, for a field that writes several members. */
  readonly inside?: boolean
}

/**
 * What the rules say of a field, with the fix as a button. Put it after the field, inside the same element, also when there
 * is nothing to say: a jump to the place focuses the first control of that element.
 */
export function FieldFindings({ pointer, inside = false }: FieldFindingsProps) {
  const { findings } = useEditor()
  const here = findings.filter(
    finding => finding.pointer === pointer || (inside && finding.pointer.startsWith(`${pointer}/`)),
  )
  return (
    <div className={styles.findings} data-findings={pointer}>
      {here.map(finding => (
        <FindingLine key={`${finding.code} ${finding.pointer}`} finding={finding} />
      ))}
    </div>
  )
}

function FindingLine({ finding }: { readonly finding: ShownFinding }) {
  const t = useTexts(texts)
  const { severity, text, fix } = finding
  return (
    <Note tone={severity} compact>
      <p>
        <Hidden>{t(`severity.${severity}`)}: </Hidden>
        {text}
      </p>
      {fix === undefined ? null : <FixButton fix={fix} />}
    </Note>
  )
}

export function FixButton({ fix }: { readonly fix: NonNullable<ShownFinding['fix']> }) {
  const apply = useFix()
  const words = useFixWords()
  return (
    <Button look="quiet" onPress={() => apply(fix)}>
      {words(fix)}
    </Button>
  )
}
