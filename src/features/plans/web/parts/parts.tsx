import { FoldingProvider } from './fold.tsx'
import styles from './parts.module.css'
import { VocationalForms } from './vocational.tsx'

/** The sections of a plan that consist of parts, in the order in which they are written. */
export const partNames = [
  'prior',
  'vocationalUnits',
  'localUnits',
  'commonUnits',
  'preparatoryParts',
  'support',
  'studySkills',
] as const
export type PartName = (typeof partNames)[number]

const forms: Readonly<Record<PartName, (() => React.ReactNode) | undefined>> = {
  prior: undefined,
  vocationalUnits: VocationalForms,
  localUnits: undefined,
  commonUnits: undefined,
  preparatoryParts: undefined,
  support: undefined,
  studySkills: undefined,
}

/**
 * The forms of one section, drawn inside of an editor under a heading (h2) of the page. A navigation to `#<pointer>` opens
 * the cards on the way there and puts the focus into the field.
 */
export function PartForms({ part }: { readonly part: PartName }) {
  const Form = forms[part]
  return (
    <FoldingProvider key={part}>
      <div className={styles.section}>{Form === undefined ? null : <Form />}</div>
    </FoldingProvider>
  )
}
