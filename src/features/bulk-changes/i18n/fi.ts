export const fi = {
  'not-found': 'Yhteismuutosta ei löydy.',
  'plan-not-found': 'Yhtä valituista suunnitelmista ei löydy.',
  undone: 'Yhteismuutos on jo kumottu.',
  'made-plans': 'Muutos teki uusia suunnitelmia, eikä sitä voi kumota.',
  'changed-since': {
    one: 'Joku on tallentanut {count} suunnitelman sen jälkeen, kun katsoit muutosta. Mitään ei ole tehty. Katso muutos uudelleen.',
    other:
      'Joku on tallentanut {count} suunnitelmaa sen jälkeen, kun katsoit muutosta. Mitään ei ole tehty. Katso muutos uudelleen.',
  },
  cannot: 'Yhteen suunnitelmaan muutosta ei voi tehdä, joten mitään ei ole tehty. {why}',
  nothing: 'Muutos ei muuta yhtään suunnitelmaa.',
  'undo-reason': 'Kumottu yhteismuutos: {reason}',
  refusals: {
    protected: 'Opiskelijalla on turvakielto.',
    'part-missing': 'Suunnitelmassa ei ole tätä osaa.',
    'period-missing': 'Osalla ei ole jaksoa.',
    'no-workplace-period': 'Osalla ei ole jaksoa työpaikalla.',
    'nothing-to-move': 'Suunnitelmassa ei ole siirrettäviä päiviä.',
    already: 'Osa on jo suunnitelmassa.',
    'not-this-qualification': 'Opiskelija suorittaa toista tutkintoa.',
    'dates-turned': 'Jakso päättyisi ennen kuin alkaa.',
    'note-too-long': 'Lisätiedosta tulisi liian pitkä.',
    'changed-same': 'Samaa kohtaa on muutettu myöhemmin.',
    'made-here': 'Muutos teki tämän suunnitelman, joten se jää.',
  },
  done: {
    'move-later': {
      one: 'Päiviä siirretty viikolla eteenpäin',
      other: 'Päiviä siirretty {count} viikolla eteenpäin',
    },
    'move-earlier': {
      one: 'Päiviä siirretty viikolla taaksepäin',
      other: 'Päiviä siirretty {count} viikolla taaksepäin',
    },
    'place-period': '{unit}: jakso siirretty ajalle {start} – {end}',
    'set-workplace': '{unit}: työpaikaksi {workplace}',
    'add-unit': 'Lisätty {unit}, {start} – {end}',
    'set-hours': '{unit}: opetusta ja ohjausta {hours} tuntia',
    'add-note': '{unit}: lisätieto jaksoon',
    'group-draft': 'Tehty suunnitelmat polkupohjasta {template}',
    other: 'Suunnitelmat tehty yhdessä',
  },
} as const
