import type { ReactNode } from 'react'
import { CommonForms } from './common-units.tsx'
import { FoldingProvider } from './fold.tsx'
import { LocalForms } from './local.tsx'
import styles from './parts.module.css'
import { PriorForms } from './prior.tsx'
import { PreparatoryForms, StudySkillsForms, SupportForms } from './small-forms.tsx'
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

const forms: Readonly<Record<PartName, () => ReactNode>> = {
  prior: PriorForms,
  vocationalUnits: VocationalForms,
  localUnits: LocalForms,
  commonUnits: CommonForms,
  preparatoryParts: PreparatoryForms,
  support: SupportForms,
  studySkills: StudySkillsForms,
}

/**
 * The forms of one section, drawn inside of an editor under a heading (h2) of the page. A navigation to `#<pointer>` opens
 * the cards on the way there and puts the focus into the field.
 */
export function PartForms({ part }: { readonly part: PartName }) {
  const Form = forms[part]
  return (
    <FoldingProvider key={part}>
      <div className={styles.section}>
        <Form />
      </div>
    </FoldingProvider>
  )
}
