// Ctrl-C reaches us twice under npm: from the terminal, and passed on by npm. Those are one wish.
const sameWish = 700

// A SIGTERM to npm ends the shell between npm and us and never reaches us; then we have another parent.
const parentCheck = 500

function onOrphaned(act: () => void): void {
  if (process.env.npm_lifecycle_event === undefined) return
  const parent = process.ppid
  const timer = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(timer)
    act()
  }, parentCheck)
  timer.unref()
}

/**
 * Runs `stop` at the first SIGINT or SIGTERM and exits 0; a second one exits at once. Whatever is left then is
 * ended by the database's own watch.
 */
export function stopOnSignal(stop: () => Promise<void>, say: (line: string) => void): void {
  let asked: number | undefined
  const onSignal = (): void => {
    const now = performance.now()
    if (asked !== undefined) {
      if (now - asked > sameWish) process.exit(130)
      return
    }
    asked = now
    say('Stopping. (Ctrl-C again stops at once.)')
    stop().then(
      () => process.exit(0),
      error => {
        console.error(error)
        process.exit(1)
      },
    )
  }
  onOrphaned(onSignal)
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal)
}
