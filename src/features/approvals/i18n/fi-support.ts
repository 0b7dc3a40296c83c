/** Forms of support in plain words, where their code sets give none. */
export const fi = {
  types: { remedial: 'Tukiopetus', other: 'Muu oppimisen tuki' },
  unitGroups: { vocational: 'Ammatilliset tutkinnon osat', common: 'Yhteiset tutkinnon osat' },
} as const
