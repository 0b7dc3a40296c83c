export const viewsAtMost = 50

/** A view's name without what nobody sees. */
export const tidyName = (name: string): string => name.trim().replaceAll(/\s+/gu, ' ')
