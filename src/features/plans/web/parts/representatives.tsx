import { useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { valueAt } from '../editor/body.ts'
import { FieldFindings } from '../editor/field-findings.tsx'
import { useEditor } from '../editor-context.tsx'
import { OrganisationPlace } from '../pick/organisation-place.tsx'
import { StaffPlace } from '../pick/person-place.tsx'
import { texts as planTexts } from '../texts.ts'
import { useFolding } from './fold.tsx'
import styles from './parts.module.css'
import { TextPlace } from './places.tsx'
import { texts } from './texts.ts'
import { useBounds } from './use-bounds.ts'

/** Who represents the provider, and the one who acquires the education, in a workplace period. */
export function Representatives({ pointer }: { readonly pointer: string }) {
  return (
    <>
      <Representative pointer={`${pointer}/providerRepresentative`} field="providerRepresentative" />
      <Representative pointer={`${pointer}/acquirerRepresentative`} field="acquirerRepresentative" />
    </>
  )
}

interface RepresentativeProps {
  readonly pointer: string
  readonly field: 'providerRepresentative' | 'acquirerRepresentative'
}

function Representative({ pointer, field }: RepresentativeProps) {
  const t = useTexts(texts)
  const named = useTexts(planTexts)
  const { plan, set } = useEditor()
  const folding = useFolding()
  const { institutionOid } = useBounds()
  const name = named(`fields.${field}`)
  const begin = (): void => {
    set(pointer, { name: '', institutionOid: institutionOid ?? '' })
    folding.go(pointer)
  }
  return (
    <fieldset className={styles.group}>
      <legend>{name}</legend>
      {valueAt(plan, pointer) === undefined ? (
        <div>
          <Button look="quiet" label={`${t('add.representative')}: ${name}`} onPress={begin}>
            {t('add.representative')}
          </Button>
          <FieldFindings pointer={pointer} />
        </div>
      ) : (
        <>
          <div className={styles.fields}>
            <StaffPlace pointer={pointer} label={named('fields.name')} />
            <OrganisationPlace pointer={`${pointer}/institutionOid`} label={named('fields.institutionOid')} />
            <TextPlace pointer={`${pointer}/role`} label={named('fields.role')} />
          </div>
          <div>
            <Button look="quiet" label={t('removeNamed', { name })} onPress={() => set(pointer, undefined)}>
              {t('remove')}
            </Button>
          </div>
        </>
      )}
    </fieldset>
  )
}
