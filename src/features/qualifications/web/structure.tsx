import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import { useTexts } from '../../../platform/web/language.tsx'
import { Button } from '../../../ui/button.tsx'
import { Choice } from '../../../ui/choice.tsx'
import { Section } from '../../../ui/section.tsx'
import { codeKey } from '../../codes/rules.ts'
import type { Structure } from '../contract.ts'
import type { QualificationPage } from '../contract-browse.ts'
import { formationOf } from '../rules-formation.ts'
import { treeOf } from '../rules-formation-tree.ts'
import { Members } from './group.tsx'
import { useMarkedNameOf, useNameOf } from './public-name.tsx'
import { FormationResult } from './public-result.tsx'
import styles from './qualification.module.css'
import {
  alternativesIn,
  type Choices,
  groupAt,
  noChoices,
  type Selecting,
  SelectingProvider,
  selectionOf,
} from './selecting.tsx'
import { texts } from './texts.ts'

interface StructureProps {
  readonly page: QualificationPage
  readonly structure: Structure
  readonly methods: readonly string[]
  readonly onMethod: (method: string) => void
}

/** The structure drawn, with what the choices in it form: the rule itself runs here, in the browser. */
export function StructureView({ page, structure, methods, onMethod }: StructureProps) {
  const t = useTexts(texts)
  const { qualification, descriptions } = page
  const [choices, setChoices] = useState<Choices>(noChoices)
  const tree = useMemo(() => treeOf(structure, qualification.units), [structure, qualification.units])
  const formation = useMemo(
    () => formationOf(tree, selectionOf(choices, structure)),
    [tree, choices, structure],
  )
  const selecting: Selecting = useMemo(
    () => ({
      qualificationId: qualification.id,
      method: structure.method,
      units: tree.units,
      points: tree.pointsOf,
      groups: new Map(formation.groups.map(group => [group.path, group])),
      choices,
      change: setChoices,
      descriptions,
    }),
    [qualification.id, structure.method, tree, formation, choices, descriptions],
  )
  const chosen = choices.units.size + Object.keys(choices.places).length > 0
  const names = useNames(page, structure)
  return (
    <div className={styles.columns}>
      <aside className={styles.panel} aria-label={t('sections.result')}>
        <Section
          id="choose"
          title={t('sections.choose')}
          actions={chosen ? <Button onPress={() => setChoices(noChoices)}>{t('clear')}</Button> : null}
        >
          <p>{t('chooseLead')}</p>
          <Pickers {...{ page, structure, methods, onMethod, choices }} onChange={setChoices} />
          <div aria-live="polite">
            <FormationResult
              formation={formation}
              {...names}
              link={(code, name) => (
                <Link to={`/qualifications/${qualification.id}/units/${code}`}>{name}</Link>
              )}
            />
          </div>
        </Section>
      </aside>
      <Section id="structure" title={t('sections.structure')}>
        <SelectingProvider value={selecting}>
          <Members group={structure.root} path="" />
        </SelectingProvider>
      </Section>
    </div>
  )
}

function useNames({ qualification }: QualificationPage, { root }: Structure) {
  const t = useTexts(texts)
  const nameOf = useNameOf()
  const { competenceAreas, titles, units } = qualification
  return useMemo(() => {
    const areas = units.flatMap(unit => unit.subjectAreas)
    // Of language variants the first gives the name.
    const all = [...areas.reverse(), ...units, ...competenceAreas, ...titles]
    const byCode = new Map(all.map(one => [codeKey(one.codeUri), one.names]))
    const groupNames = (path: string) => groupAt(root, path)?.names
    return {
      groupNames,
      names: (code: string) => byCode.get(codeKey(code)),
      partName: (key: string) =>
        key.startsWith('place ')
          ? nameOf(groupNames(key.slice(6)), t('unnamed'))
          : nameOf(byCode.get(key), key),
    }
  }, [units, competenceAreas, titles, root, nameOf, t])
}

interface PickersProps extends StructureProps {
  readonly choices: Choices
  readonly onChange: (choices: Choices) => void
}

const knownMethods = ['reformi', 'ops', 'naytto'] as const

function Pickers({ page, structure, methods, onMethod, choices, onChange }: PickersProps) {
  const t = useTexts(texts)
  const nameOf = useMarkedNameOf()
  const { competenceAreas, titles } = page.qualification
  const options = (codes: readonly string[], named: typeof competenceAreas) => [
    { value: '', text: t('notChosen') },
    ...codes.map(code => ({
      value: codeKey(code),
      text: nameOf(named.find(one => codeKey(one.codeUri) === codeKey(code))?.names, code),
    })),
  ]
  const areas = alternativesIn(structure.root, 'competenceArea')
  const chosenArea = areas.find(code => codeKey(code) === choices.competenceArea)
  const within =
    chosenArea === undefined ? structure.root : (areaGroup(structure, chosenArea) ?? structure.root)
  const titleCodes = alternativesIn(within, 'title')
  const methodName = (method: string) => {
    const known = knownMethods.find(one => one === method)
    return known === undefined ? method : t(`methods.${known}`)
  }
  return (
    <div className={styles.pickers}>
      {methods.length > 1 ? (
        <Choice
          label={t('method')}
          value={structure.method}
          options={methods.map(value => ({ value, text: methodName(value) }))}
          onChange={onMethod}
        />
      ) : null}
      {areas.length > 1 ? (
        <Choice
          label={t('competenceArea')}
          value={choices.competenceArea}
          options={options(areas, competenceAreas)}
          onChange={competenceArea => onChange({ ...choices, competenceArea, title: '' })}
        />
      ) : null}
      {titleCodes.length > 1 ? (
        <Choice
          label={t('qualificationTitle')}
          value={choices.title}
          options={options(titleCodes, titles)}
          onChange={title => onChange({ ...choices, title })}
        />
      ) : null}
    </div>
  )
}

function areaGroup({ root }: Structure, code: string) {
  const waiting = [root]
  for (let group = waiting.pop(); group; group = waiting.pop()) {
    if (group.competenceArea === code) return group
    for (const member of group.members) if ('members' in member) waiting.push(member)
  }
  return undefined
}
