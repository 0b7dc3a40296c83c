/** What was loaded, and until when it may be believed (milliseconds of the real clock). */
export interface Loaded<V> {
  readonly value: V
  readonly until: number
}

export interface ShortCacheOptions {
  /** Entries at the most; the oldest goes first. */
  readonly limit: number
  /** How long an entry is believed, in milliseconds. */
  readonly life: number
  readonly now: () => number
}

/**
 * Remembers for seconds who a session or a key is, so that a page of twenty requests asks the database once.
 * The price: what another process ended is believed here until the entry has run out. What this process ends,
 * it forgets at once. Only what was found is kept: a wrong secret costs a query each time.
 */
export class ShortCache<V> {
  readonly #options: ShortCacheOptions
  readonly #entries = new Map<string, Loaded<V>>()
  #forgotten = 0

  constructor(options: ShortCacheOptions) {
    this.#options = options
  }

  async get(key: string, load: () => Promise<Loaded<V> | undefined>): Promise<V | undefined> {
    const now = this.#options.now()
    const known = this.#entries.get(key)
    if (known !== undefined && now < known.until) return known.value
    // A load that began before something was forgotten may have read what was there before.
    const forgotten = this.#forgotten
    const loaded = await load()
    if (loaded === undefined || loaded.until <= this.#options.now()) {
      this.#entries.delete(key)
      return undefined
    }
    if (forgotten === this.#forgotten) {
      this.#keep(key, { value: loaded.value, until: Math.min(loaded.until, now + this.#options.life) })
    }
    return loaded.value
  }

  forget(key: string): void {
    this.#forgotten += 1
    this.#entries.delete(key)
  }

  forgetAll(): void {
    this.#forgotten += 1
    this.#entries.clear()
  }

  #keep(key: string, entry: Loaded<V>): void {
    this.#entries.delete(key)
    this.#entries.set(key, entry)
    if (this.#entries.size <= this.#options.limit) return
    const [oldest] = this.#entries.keys()
    if (oldest !== undefined) this.#entries.delete(oldest)
  }
}
