import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'

const codeFolders = ['src', 'test', 'e2e', 'bench', 'tools', 'fakes']
const code = /\.(ts|tsx|mjs|css)$/

/** Every source file under the folders, relative to the root, with its text. */
export function sourceFiles(root: string): Map<string, string> {
  const files = new Map<string, string>()
  for (const folder of codeFolders) {
    for (const path of filesUnder(join(root, folder))) {
      if (code.test(path)) files.set(`${folder}/${path}`, readFileSync(join(root, folder, path), 'utf8'))
    }
  }
  return files
}

function filesUnder(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isFile())
      .map(entry => join(entry.parentPath, entry.name).slice(folder.length + 1))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

const kinds = 'contract|rules|access|audit|queries|service|routes|jobs|public|factory|page'
const kebab = '[a-z0-9]+(-[a-z0-9]+)*'
const allowedInFeature = [
  /^README\.md$/,
  new RegExp(`^(${kinds})(-${kebab})?(\\.test)?\\.ts$`),
  new RegExp(`^i18n/(fi|sv|en)(-${kebab})?\\.ts$`),
  new RegExp(`^web/(${kebab}/)*${kebab}(\\.test)?\\.(ts|tsx)$`),
  new RegExp(`^web/(${kebab}/)*${kebab}\\.module\\.css$`),
]
const bags = /^(index|utils?|helpers?|common|shared|misc|types)\.(ts|tsx|mjs)$/

/** Names outside the closed set of a feature, features without a README, and bags for anything anywhere. */
export function checkNames(root: string): string[] {
  const violations: string[] = []
  const features = join(root, 'src', 'features')
  const names = new Set<string>()
  for (const path of filesUnder(features)) {
    const [feature = '', ...rest] = path.split('/')
    names.add(feature)
    if (!new RegExp(`^${kebab}$`).test(feature))
      violations.push(`src/features/${feature}: not a noun in kebab-case`)
    if (!allowedInFeature.some(shape => shape.test(rest.join('/')))) {
      violations.push(`src/features/${path}: not in the closed set of file names`)
    }
  }
  for (const feature of names) {
    if (!filesUnder(join(features, feature)).includes('README.md')) {
      violations.push(`src/features/${feature}: has no README.md`)
    }
  }
  for (const path of sourceFiles(root).keys()) {
    if (bags.test(basename(path))) violations.push(`${path}: a bag for anything; name what it holds`)
  }
  return violations
}

const lineLimit = 400

export function lineCount(text: string): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0)
}

export function checkFileSizes(root: string): string[] {
  return [...sourceFiles(root)]
    .map(([path, text]) => ({ path, lines: lineCount(text) }))
    .filter(({ lines }) => lines > lineLimit)
    .map(({ path, lines }) => `${path}: ${lines} lines, at the most ${lineLimit}`)
}

export interface Budget {
  readonly files: number
  /** Half of the files have fewer lines. */
  readonly median: number
  /** 95 of a hundred files have fewer lines. */
  readonly almostAll: number
}

export function sizeBudget(root: string): Budget {
  const lines = [...sourceFiles(root).values()].map(lineCount).sort((a, b) => a - b)
  const at = (share: number): number => lines[Math.floor(lines.length * share)] ?? 0
  return { files: lines.length, median: at(0.5), almostAll: at(0.95) }
}
