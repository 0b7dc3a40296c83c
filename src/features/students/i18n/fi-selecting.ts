/** Students of many groups are chosen for a bulk change. */
export const fi = {
  title: 'Yhteismuutoksen opiskelijat',
  lead: {
    one: 'Valitse luettelosta. Valinnat säilyvät, kun vaihdat rajausta. Enintään {count} suunnitelma.',
    other: 'Valitse luettelosta. Valinnat säilyvät, kun vaihdat rajausta. Enintään {count} suunnitelmaa.',
  },
  all: 'Valitse kaikki luettelon opiskelijat',
  none: 'Poista valinnat',
  chosen: { one: '{count} suunnitelma valittu', other: '{count} suunnitelmaa valittu' },
  full: {
    one: 'Kaikki eivät mahtuneet: valittuna on enintään {count} suunnitelma.',
    other: 'Kaikki eivät mahtuneet: valittuna on enintään {count} suunnitelmaa.',
  },
  go: 'Tee yhteismuutos',
}
