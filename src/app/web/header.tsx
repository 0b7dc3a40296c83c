import { NavLink } from 'react-router'
import { type Language, languageNames, languages } from '../../platform/i18n/language.ts'
import { useLanguage, useTexts } from '../../platform/web/language.tsx'
import { type SignedIn, useSession } from '../../platform/web/session.ts'
import { classes } from '../../ui/classes.ts'
import { Account } from './account.tsx'
import styles from './header.module.css'
import { openNavigation } from './open-routes.ts'
import { texts } from './texts.ts'
import { useSwitchLanguage } from './use-session-language.ts'

export function Header() {
  const t = useTexts(texts)
  const { data: session } = useSession()
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <NavLink className={styles.brand ?? ''} to={session?.signedIn === true ? '/home' : '/'}>
          <Emblem />
          {t('service')}
        </NavLink>
        <LanguageSwitch />
        {session?.signedIn === true ? <Account session={session} /> : null}
      </div>
      {session?.signedIn === true ? <Navigation session={session} /> : null}
    </header>
  )
}

function Emblem() {
  return (
    <svg className={styles.emblem} viewBox="0 0 32 20" aria-hidden="true">
      <circle cx="11" cy="10" r="8" />
      <circle cx="21" cy="10" r="8" />
    </svg>
  )
}

function Navigation({ session }: { readonly session: SignedIn }) {
  const t = useTexts(texts)
  return (
    <nav className={styles.navigation} aria-label={t('mainNavigation')}>
      <ul>
        {openNavigation(session).map(path => (
          <li key={path}>
            <NavLink to={path}>{t(`navigation.${path}`)}</NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** Every language is named in itself, so that it is found by those who read no other. */
function LanguageSwitch() {
  const t = useTexts(texts)
  const { language } = useLanguage()
  const switchLanguage = useSwitchLanguage()
  return (
    <fieldset className={styles.languages}>
      <legend>{t('languageChoice')}</legend>
      {languages.map((choice: Language) => (
        <button
          key={choice}
          type="button"
          lang={choice}
          className={classes(styles.language)}
          aria-pressed={choice === language}
          onClick={() => switchLanguage(choice)}
        >
          <abbr title={languageNames[choice]}>{choice.toUpperCase()}</abbr>
        </button>
      ))}
    </fieldset>
  )
}
