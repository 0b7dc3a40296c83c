import { createContext, type ReactNode, useCallback, useContext, useState } from 'react'
import styles from './hidden.module.css'

type Announce = (message: string) => void

interface Message {
  readonly text: string
  readonly turn: number
}

const AnnounceContext = createContext<Announce>(() => undefined)

/** One polite live region for the whole application: saves and other good news are said here. */
export function AnnouncerProvider({ children }: { readonly children: ReactNode }) {
  const [messages, setMessages] = useState<readonly Message[]>([])
  const announce = useCallback<Announce>(text => {
    // The one before stays: two things said within a moment, as a save and what came of it, are both read.
    setMessages(said => [...said.slice(-1), { text, turn: (said.at(-1)?.turn ?? 0) + 1 }])
  }, [])
  return (
    <AnnounceContext value={announce}>
      {children}
      {/* Not atomic: what is new is read, what stands from before is not read again. */}
      <div className={styles.hidden} role="status" aria-atomic="false">
        {messages.map(({ text, turn }) => (
          // The key makes a repeated message a new node, or it would be said only once.
          <span key={turn}>{text} </span>
        ))}
      </div>
    </AnnounceContext>
  )
}

export function useAnnounce(): Announce {
  return useContext(AnnounceContext)
}
