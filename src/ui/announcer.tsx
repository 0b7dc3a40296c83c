import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import styles from './hidden.module.css'

type Announce = (message: string) => void

const AnnounceContext = createContext<Announce>(() => undefined)

/** One polite live region for the whole application: saves and other good news are said here. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [message, setMessage] = useState({ text: '', turn: 0 })
  const announce = useCallback<Announce>(text => {
    setMessage(previous => ({ text, turn: previous.turn + 1 }))
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      <div className={styles.hidden} role="status">
        {/* The key makes a repeated message a new node, or it would be said only once. */}
        <span key={message.turn}>{message.text}</span>
      </div>
    </AnnounceContext>
  )
}

export function useAnnounce(): Announce {
  return useContext(AnnounceContext)
}
