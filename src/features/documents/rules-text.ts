/** Stands in place of a character for which the document has no letter; the original goes with it for machines. */
export const unshownMark = '\u00a4'

// Directions, joiners and marks that are not seen would turn or hide the text beside them.
const unseen = /[\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u00ad]/g
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out.
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g
const loneSurrogate = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** Letters have a few marks in any language; what has more is made to hinder, and costs the square of their count. */
const manyMarks = /(\p{M}{8})\p{M}+/gu

/** Characters of one text on paper. */
export const longestText = 20_000
export const cutMark = '[…]'

/** A text that is no longer than paper bears; what is left out has its mark. */
export const shortened = (text: string): string =>
  text.length <= longestText ? text : `${text.slice(0, longestText)} ${cutMark}`

/** A text as it is drawn: composed letters, line breaks as \n, nothing that only steers. */
export function drawable(text: string): string {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(control, '')
    .replace(unseen, '')
    .replace(loneSurrogate, unshownMark)
    .replace(manyMarks, `$1${unshownMark}`)
    .normalize('NFC')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
