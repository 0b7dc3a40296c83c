import { pickName } from '../../../platform/i18n/names.ts'
import { useLanguage, useTexts } from '../../../platform/web/language.tsx'
import { roleNames } from '../../../platform/web/role-names.ts'
import type { Persona } from '../contract.ts'
import styles from './personas.module.css'
import { texts } from './texts.ts'

interface PersonasProps {
  readonly personas: readonly Persona[]
  readonly returnTo: string
}

export function Personas({ personas, returnTo }: PersonasProps) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  return (
    <section className={styles.choice} aria-labelledby="choose">
      <h2 id="choose">{t('choose')}</h2>
      {byProvider(personas).map(group => {
        const name = pickName(group[0]?.provider.names, language)
        return (
          <section key={group[0]?.provider.id} className={styles.group}>
            <h3 lang={name?.language}>{name?.text}</h3>
            <ul className={styles.cards}>
              {group.map(persona => (
                <PersonaCard key={persona.id} persona={persona} returnTo={returnTo} />
              ))}
            </ul>
          </section>
        )
      })}
    </section>
  )
}

/** The whole card is the link: signing in leaves the application's pages, so it is a full navigation. */
function PersonaCard({ persona, returnTo }: { readonly persona: Persona; readonly returnTo: string }) {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const role = useTexts(roleNames)
  const description = pickName(persona.description, language)
  const query = new URLSearchParams({ persona: persona.id, returnTo })
  return (
    <li className={styles.card}>
      <a href={`/auth/sign-in?${query}`}>
        {persona.name}
        <span className={styles.role}>{persona.roles.map(key => role(key)).join(', ')}</span>
      </a>
      <p lang={description?.language}>{description?.text}</p>
      <p className={styles.language}>{t('language', { language: t(`languages.${persona.language}`) })}</p>
    </li>
  )
}

/** Groups in the order in which the server names the providers first. */
function byProvider(personas: readonly Persona[]): readonly (readonly Persona[])[] {
  return [...Map.groupBy(personas, persona => persona.provider.id).values()]
}
