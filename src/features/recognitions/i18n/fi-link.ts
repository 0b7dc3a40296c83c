/** The way to what a student masters already; apart, so that pages that only lead there stay small. */
export const fi = { link: 'Aiemmin hankittu osaaminen' } as const
