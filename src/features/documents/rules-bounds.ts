import type { Block, Cell, Words } from './rules-blocks.ts'
import { shortened } from './rules-text.ts'

/** What a line costs besides its characters. */
const lineSize = 150
/** Some thousand periods: what a plan of a student is not, and what is drawn in a few seconds. */
export const largestDocument = 2_000_000

/** Blocks whose texts are no longer than paper bears, and whether any had to be cut. */
export function boundedBlocks(blocks: readonly Block[]): { blocks: Block[]; cut: boolean } {
  let cut = false
  const bounded = (words: Words): Words => {
    const text = shortened(words.text)
    if (text === words.text) return words
    cut = true
    return { ...words, text }
  }
  return { blocks: blocks.map(block => mapWords(block, bounded)), cut }
}

function mapWords(block: Block, map: (words: Words) => Words): Block {
  if (block.is === 'facts') {
    const items = block.items.map(({ name, values }) => ({ name, values: values.map(map) }))
    return { ...block, items }
  }
  if (block.is !== 'table') return { ...block, words: map(block.words) }
  const mapCell = (cell: Cell) => cell.map(line => ({ ...line, words: map(line.words) }))
  return { ...block, rows: block.rows.map(row => row.map(mapCell)) }
}

/** How much drawing a document asks for. */
export function sizeOf(blocks: readonly Block[]): number {
  let size = 0
  for (const block of blocks)
    mapWords(block, words => {
      size += lineSize * words.text.split('\n').length + words.text.length
      return words
    })
  return size
}
