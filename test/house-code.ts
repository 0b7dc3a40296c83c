import { parseSync } from 'vite'
import { lineCount, sourceFiles } from './house-files.ts'

interface Node {
  readonly type: string
  readonly start: number
  readonly end: number
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'start' in value
}

function childrenOf(node: Node): Node[] {
  return Object.values(node).flat().filter(isNode)
}

type Visit = (node: Node, parent: Node | undefined) => void

function walk(node: Node, visit: Visit, parent?: Node): void {
  visit(node, parent)
  for (const child of childrenOf(node)) walk(child, visit, node)
}

function nameOf(node: Node, parent: Node | undefined): string {
  for (const holder of [node, parent]) {
    for (const key of ['id', 'key', 'left']) {
      const name = holder && (holder as unknown as Record<string, { name?: unknown } | undefined>)[key]?.name
      if (typeof name === 'string') return name
    }
  }
  return 'a function without a name'
}

const functions = new Set(['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'])
const functionLimit = 60
const componentLimit = 150

function limitFor(path: string, name: string): number {
  return path.endsWith('.tsx') && /^[A-Z]/.test(name) ? componentLimit : functionLimit
}

type Complain = (node: Node, what: string) => void

function checkSize(path: string, text: string, complain: Complain): Visit {
  return (node, parent) => {
    if (!functions.has(node.type)) return
    const name = nameOf(node, parent)
    const lines = lineCount(text.slice(node.start, node.end))
    const limit = limitFor(path, name)
    if (lines > limit) complain(node, `${name} has ${lines} lines, at the most ${limit}`)
  }
}

function checkTypes(complain: Complain): Visit {
  return node => {
    if (node.type === 'TSAnyKeyword') complain(node, 'any')
    if (node.type === 'TSNonNullExpression') complain(node, 'a ! that hides null')
    if (node.type === 'ExportAllDeclaration') complain(node, 'export * makes a barrel')
  }
}

// What a rule would have to ask the world for: it decides from its arguments alone.
const impure =
  /^(Date\.now|new Date|Math\.random|fetch|setTimeout|setInterval|console\.\w+|performance\.now|crypto\.\w+|process\.\w+)$/

function checkPurity(text: string, complain: Complain): Visit {
  return node => {
    const source = (from: Node): string => text.slice(from.start, from.end)
    const { callee, arguments: given } = node as unknown as { callee?: Node; arguments?: Node[] }
    if (node.type === 'CallExpression' && callee && impure.test(source(callee)))
      complain(node, source(callee))
    if (
      node.type === 'NewExpression' &&
      callee &&
      given?.length === 0 &&
      impure.test(`new ${source(callee)}`)
    ) {
      complain(node, `new ${source(callee)}() reads the clock`)
    }
    if (node.type === 'MemberExpression' && /^process\.\w+$/.test(source(node))) complain(node, source(node))
  }
}

const test = /\.test\.tsx?$/
const rule = /^src\/(features|integrations)\/.*\/rules(-[a-z0-9-]+)?\.ts$/

function checkFile(path: string, text: string): string[] {
  const violations: string[] = []
  const complain: Complain = (node, what) => {
    violations.push(`${path}:${lineCount(text.slice(0, node.start + 1))}: ${what}`)
  }
  const { program, errors } = parseSync(path, text)
  if (errors.length > 0) return [`${path}: does not parse: ${errors[0]?.message}`]
  const visits = [checkTypes(complain)]
  // The body of a describe holds many tests; that is a list, not a long function.
  if (!test.test(path)) visits.push(checkSize(path, text, complain))
  if (rule.test(path)) visits.push(checkPurity(text, complain))
  for (const visit of visits) walk(program as unknown as Node, visit)
  for (const [found] of text.matchAll(/@ts-(ignore|nocheck)\b|@ts-expect-error *$/gm)) {
    if (!path.startsWith('test/house-')) violations.push(`${path}: ${found.trim()} without its reason`)
  }
  return violations
}

/** Sizes of functions, types that lie, barrels, and rules that ask the world. */
export function checkCode(root: string): string[] {
  return [...sourceFiles(root)]
    .filter(([path]) => !path.endsWith('.css'))
    .flatMap(([path, text]) => checkFile(path, text))
}
