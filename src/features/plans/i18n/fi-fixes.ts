/** Buttons that mend what a finding is about; `keys` by the textKey of the fix. */
export const fi = {
  keys: {
    swapDates: 'Vaihda päivät keskenään',
    mergeInterruptions: 'Yhdistä päällekkäiset keskeytykset',
    renewIdentifier: 'Anna jaksolle uusi tunniste',
    removePart: 'Poista tämä osa',
    removeField: 'Poista: {field}',
    startOn: 'Siirrä alku päivään {value}',
    endOn: 'Siirrä loppu päivään {value}',
    write: 'Korjaa muotoon {value}',
    removeUnseen: 'Poista näkymättömät merkit',
    set: 'Aseta {field}: {value}',
    fill: 'Täydennä: {field}',
  },
} as const
