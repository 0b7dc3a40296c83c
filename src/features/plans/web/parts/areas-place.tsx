import { useQuery } from '@tanstack/react-query'
import { useTexts } from '../../../../platform/web/language.tsx'
import { Button } from '../../../../ui/button.tsx'
import { codeKey } from '../../../codes/rules.ts'
import { listAt } from '../editor/body.ts'
import { useEditor } from '../editor-context.tsx'
import { unitsQuery } from '../pick/api.ts'
import { Adding, Chooser } from '../pick/chooser.tsx'
import { useOwnUnits } from '../pick/unit-choices.tsx'
import { learnt, useCodeText } from './part-names.ts'
import styles from './parts.module.css'
import { Field } from './places.tsx'
import { texts } from './texts.ts'

/** Which subject areas a demonstration is about. */
export function AreasPlace({ pointer, label }: { readonly pointer: string; readonly label: string }) {
  const t = useTexts(texts)
  const { learn, plan, remove, set } = useEditor()
  const own = useOwnUnits()
  const { data } = useQuery({ ...unitsQuery(own ?? { diaryNumber: '' }), enabled: own !== undefined })
  const name = useCodeText()
  const chosen = listAt(plan, pointer) as readonly { readonly code: string }[]
  const common = data?.commonUnits ?? []
  const areas = common.flatMap(unit => unit.subjectAreas)
  if (areas.length === 0 && chosen.length === 0) return null
  return (
    <Field pointer={pointer} inside wide>
      <fieldset className={styles.group}>
        <legend>{label}</legend>
        {chosen.map(({ code }, index) => (
          <div key={codeKey(code)} className={styles.row}>
            <span>{name(code)}</span>
            <Button
              look="quiet"
              label={t('removeNamed', { name: name(code) })}
              onPress={() => remove(`${pointer}/${index}`)}
            >
              {t('remove')}
            </Button>
          </div>
        ))}
        {areas.length === 0 ? null : (
          <Adding text={t('add.areas')}>
            {close => (
              <Chooser
                groups={common.map(unit => ({
                  key: unit.code,
                  name: name(unit.code),
                  items: unit.subjectAreas,
                }))}
                taken={chosen.map(one => one.code)}
                onClose={close}
                onAdd={added => {
                  const codes = new Set(added.map(one => one.code))
                  const found = areas.filter(area => codes.has(area.code))
                  learn(Object.fromEntries(found.map(area => [area.code, learnt(area)])))
                  set(pointer, [...chosen, ...found.map(({ code, codeVersion }) => ({ code, codeVersion }))])
                  close()
                }}
              />
            )}
          </Adding>
        )}
      </fieldset>
    </Field>
  )
}
