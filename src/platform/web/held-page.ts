/** Pages on which something is being written stay open when the session ends: what stands on them must not vanish. */
let holders = 0

/** Holds the page that is open; the answer lets it go. */
export function holdPage(): () => void {
  holders += 1
  let held = true
  return () => {
    if (held) holders -= 1
    held = false
  }
}

export function isPageHeld(): boolean {
  return holders > 0
}
