/**
 * A short mark of some texts: equal for equal texts and, for as few as a plan has, another for others. It names a thing
 * that has no identifier of its own in keys that may be read by those who may not read the texts.
 */
export function markOf(texts: readonly (string | undefined)[]): string {
  const text = JSON.stringify(texts.map(one => one ?? null))
  return seeds.map(seed => hashOf(text, seed).toString(36).padStart(7, '0')).join('')
}

const seeds = [0x81_1c_9d_c5, 0x2f_0b_44_47]

/** FNV-1a in 32 bits, stirred at the end so that near texts end far apart. */
function hashOf(text: string, seed: number): number {
  let hash = seed
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01_00_01_93)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85_eb_ca_6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35)
  return (hash ^ (hash >>> 16)) >>> 0
}
