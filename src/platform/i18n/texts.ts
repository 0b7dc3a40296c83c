import { formatDate, formatNumber } from './format.ts'
import { type Language, locales } from './language.ts'

/** A text whose form depends on the parameter `count`. Finnish, Swedish and English need no other forms. */
export interface Plural {
  readonly one: string
  readonly other: string
}

/** A dictionary: texts by key, nested as deep as reads well. `{name}` in a text is a parameter. */
export interface Texts {
  readonly [key: string]: string | Plural | Texts
}

/** The shape of `T` with any words: what the other languages must fill in, or not compile. */
export type Translation<T> = {
  readonly [K in keyof T]: T[K] extends string ? string : Translation<T[K]>
}

export interface Translations<T> {
  readonly fi: T
  readonly sv: Translation<T>
  readonly en: Translation<T>
}

/** Dotted keys of a dictionary, down to texts and plurals. */
export type TextKey<T> = {
  [K in keyof T & string]: T[K] extends string | Plural ? K : `${K}.${TextKey<T[K]>}`
}[keyof T & string]

type At<T, K extends string> = K extends keyof T
  ? T[K]
  : K extends `${infer Head}.${infer Rest}`
    ? Head extends keyof T
      ? At<T[Head], Rest>
      : never
    : never

type Names<S> = S extends `${string}{${infer P}}${infer Rest}` ? P | Names<Rest> : never
type NamesOf<V> = V extends Plural ? Names<V['one'] | V['other']> | 'count' : Names<V>

export type Parameters = Readonly<Record<string, string | number>>

/** The parameters are read from the Finnish text, so a forgotten one does not compile. */
type Arguments<T, K extends string> = [NamesOf<At<T, K>>] extends [never]
  ? []
  : [parameters: Readonly<Record<NamesOf<At<T, K>>, string | number>>]

export type Translate<T> = <K extends TextKey<T>>(key: K, ...parameters: Arguments<T, K>) => string

export function isPlural(value: string | Plural | Texts | undefined): value is Plural {
  return typeof value === 'object' && typeof value.one === 'string' && typeof value.other === 'string'
}

/** Fills in one text. A parameter that is not given stays visible as `{name}`, so that it is noticed. */
export function fill(text: string | Plural, parameters: Parameters, language: Language): string {
  const template = typeof text === 'string' ? text : form(text, parameters.count, language)
  return template.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = Object.hasOwn(parameters, name) ? parameters[name] : undefined
    if (value === undefined) return whole
    if (typeof value === 'number') return formatNumber(value, language)
    return plainDate.test(value) ? formatDate(value, language) : value
  })
}

/** Rules give dates as they store them; a sentence says them as its reader does. */
const plainDate = /^\d{4}-\d{2}-\d{2}$/

/** Slow to make, and a page says hundreds of counts. */
const pluralRules = new Map<Language, Intl.PluralRules>()

function form(plural: Plural, count: string | number | undefined, language: Language): string {
  const rules = pluralRules.get(language) ?? new Intl.PluralRules(locales[language])
  pluralRules.set(language, rules)
  const rule = rules.select(Number(count ?? 0))
  return rule === 'one' ? plural.one : plural.other
}

/** The text at a key that is known only when running, such as a code from a rule; undefined if none. */
export function findText(texts: Texts, key: string): string | Plural | undefined {
  let at: string | Plural | Texts | undefined = texts
  for (const part of key.split('.')) {
    if (typeof at !== 'object' || isPlural(at) || !Object.hasOwn(at, part)) return undefined
    at = at[part]
  }
  return typeof at === 'string' || isPlural(at) ? at : undefined
}

/** A typed translator of one dictionary into one language. */
export function translator<const T extends Texts>(
  translations: Translations<T>,
  language: Language,
): Translate<T> {
  const texts: Texts = translations[language]
  return (key, ...parameters) => {
    const text = findText(texts, key)
    return text === undefined ? key : fill(text, parameters[0] ?? {}, language)
  }
}
