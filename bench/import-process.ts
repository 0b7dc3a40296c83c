// One import as the command runs it, in a process of its own: its time, and the most memory that it ever had.
import { runImport } from '../src/app/import.ts'

const [url = '', providerOid = '', file = ''] = process.argv.slice(2)
const lines: string[] = []
const began = performance.now()
const order = { kind: 'hoks', providerOid, whole: false, files: [file] } as const
const code = await runImport(url, order, { say: line => lines.push(line) }, 'bench')
const seconds = (performance.now() - began) / 1000
// Kilobytes on Linux.
const megabytes = process.resourceUsage().maxRSS / 1024
process.send?.({ imported: { code, seconds, megabytes, last: lines.at(-1) ?? '' } })
