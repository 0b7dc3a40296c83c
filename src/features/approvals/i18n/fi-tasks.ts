/** Of which part and of whom the list of staff tells; they stand in the texts of the list. */
export const fi = {
  parts: {
    path: 'Opintojen polku',
    support: 'Oppimisen tuki',
    'training-agreement': 'Koulutussopimusjakso',
    apprenticeship: 'Oppisopimusjakso',
    period: 'Työpaikkajakso',
  },
  parties: {
    student: 'opiskelija',
    guardian: 'huoltaja',
    employer: 'työnantaja',
  },
} as const
