import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const languages = ['fi', 'sv', 'en'] as const

/** Every folder of texts: one per feature, and those of the frame around them. */
export function textFolders(root: string): string[] {
  return readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter(
      entry =>
        entry.isDirectory() && entry.name === 'i18n' && entry.parentPath !== join(root, 'src', 'platform'),
    )
    .map(entry => join(entry.parentPath, entry.name).slice(root.length).replace(/^\//, ''))
    .sort()
}

type Leaves = Map<string, string>

function leavesOf(value: unknown, path: string, leaves: Leaves): Leaves {
  if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value))
      leavesOf(inner, path === '' ? key : `${path}.${key}`, leaves)
  } else leaves.set(path, typeof value === 'string' ? value : '')
  return leaves
}

async function textsOf(file: string): Promise<Leaves> {
  const module = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, unknown>
  const leaves: Leaves = new Map()
  // Exports are named by their language; what is inside must be alike.
  for (const [name, value] of Object.entries(module))
    leavesOf(value, name.replace(/^(fi|sv|en)(?=[A-Z]|$)/, 'T'), leaves)
  return leaves
}

const parameters = (text: string): string =>
  [...text.matchAll(/\{\w+\}/g)]
    .map(([name]) => name)
    .sort()
    .join(' ')

function compare(file: string, source: Leaves, other: Leaves): string[] {
  const violations: string[] = []
  for (const [key, text] of source) {
    const translated = other.get(key)
    if (translated === undefined) violations.push(`${file}: ${key} is missing`)
    else if (translated.trim() === '' && text.trim() !== '') violations.push(`${file}: ${key} is empty`)
    else if (
      new Set(parameters(text).split(' ')).symmetricDifference(new Set(parameters(translated).split(' ')))
        .size > 0
    ) {
      violations.push(`${file}: ${key} has other parameters than the Finnish text`)
    }
  }
  for (const key of other.keys())
    if (!source.has(key)) violations.push(`${file}: ${key} is not in the Finnish texts`)
  return violations
}

async function checkFolder(root: string, folder: string): Promise<string[]> {
  const sources = readdirSync(join(root, folder)).filter(name => /^fi(-|\.)/.test(name))
  const others = readdirSync(join(root, folder)).filter(name => !/^fi(-|\.)/.test(name))
  const violations: string[] = []
  for (const name of others) {
    if (!existsSync(join(root, folder, name.replace(/^(sv|en)/, 'fi'))))
      violations.push(`${folder}/${name}: has no Finnish source`)
  }
  for (const name of sources) {
    const source = await textsOf(join(root, folder, name))
    if (source.size === 0) violations.push(`${folder}/${name}: has no texts`)
    for (const language of languages.slice(1)) {
      const file = join(folder, name.replace(/^fi/, language))
      if (existsSync(join(root, file)))
        violations.push(...compare(file, source, await textsOf(join(root, file))))
      else violations.push(`${file}: is missing`)
    }
  }
  return violations
}

/** Texts that stand in one language only, or differ in what they are told. */
export async function checkTexts(root: string): Promise<string[]> {
  const found = await Promise.all(textFolders(root).map(folder => checkFolder(root, folder)))
  return found.flat()
}
