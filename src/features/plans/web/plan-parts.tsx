import { memo } from 'react'
import { useTexts } from '../../../platform/web/language.tsx'
import { Section } from '../../../ui/section.tsx'
import type { StoredPlan } from '../rules-contacts.ts'
import { Basics } from './basics.tsx'
import { EditLink } from './edit-link.tsx'
import styles from './plan.module.css'
import { PlanSections } from './sections.tsx'
import { TableOfContents } from './table-of-contents.tsx'
import { texts } from './texts.ts'

/** The plan part by part, with its table of contents beside it. */
export const PlanParts = memo(function PlanParts({ plan }: { readonly plan: StoredPlan }) {
  const t = useTexts(texts)
  return (
    <div className={styles.columns}>
      <TableOfContents plan={plan} />
      <div className={styles.body}>
        <Section
          id="basics"
          title={t('sections.basics')}
          actions={<EditLink pointer="" name={t('sections.basics')} />}
        >
          <Basics plan={plan} />
        </Section>
        <PlanSections plan={plan} />
      </div>
    </div>
  )
})
