import type pg from 'pg'
import { newId, type Uuid } from '../src/platform/ids.ts'

/** How many of what: the provider that is asked, and what else stands in the same tables. */
export interface Growth {
  readonly students: number
  readonly others: number
  /** Plans, of the provider's first students; the rest of them of the others'. */
  readonly plans: number
}

const families = [
  ...['Korho', 'Virta', 'Mäki', 'Niemi', 'Mäkelä', 'Hämäläi', 'Lai', 'Heikki', 'Koski', 'Järvi', 'Lehto'],
  ...['Saari', 'Salmi', 'Laakso', 'Kallio', 'Ranta', 'Aalto', 'Hakala', 'Tuomi', 'Väisä', 'Åker', 'Öster'],
  ...['Nordst', 'Söder', 'Berg', 'Lind', 'Gran', 'Sjö', 'Ek', 'Holm', 'Wester', 'Pelto', 'Suo', 'Kivi'],
  ...['Harju', 'Rauta', 'Kangas', 'Oja', 'Pihla', 'Rinne', 'Vesa', 'Ylä', 'Ala', 'Uusi', 'Vanha', 'Turu'],
]
const endings = [
  'nen',
  'la',
  'maa',
  'mäki',
  'niemi',
  'lund',
  'ström',
  'berg',
  'salo',
  'kari',
  'saari',
  'lahti',
]
const given = [
  ...['Matti', 'Juhani', 'Maria', 'Anna', 'Johanna', 'Mikael', 'Kristiina', 'Olavi', 'Aino', 'Eetu', 'Onni'],
  ...['Sofia', 'Elias', 'Emilia', 'Oliver', 'Väinö', 'Helmi', 'Leo', 'Venla', 'Åke', 'Östen', 'Linnea'],
  ...['Aada', 'Bertil', 'Cecilia', 'Daniel', 'Frida', 'Gustav', 'Hilla', 'Iida', 'Jesse', 'Kaisa', 'Lauri'],
  ...['Minttu', 'Niilo', 'Oona', 'Pihla', 'Ronja', 'Saara', 'Tuomas', 'Ulla', 'Viivi', 'Wilma', 'Ylva'],
]

/** Names as unevenly shared as people's are: the first of the list is by far the most frequent. */
const uneven = (list: string, salt: number): string =>
  `(${list})[1 + floor(array_length(${list}, 1) * power(abs(hashint8(n * 7919 + ${salt})::float8) / 2147483648, 2.2))::int]`

const folded = (text: string): string => `translate(lower(${text}), 'åäö', 'aao')`

/** Students with keys and study rights, in a few statements. Answers the provider that is asked. */
export async function seedStudents(owner: pg.Client, { students, others }: Growth): Promise<Uuid> {
  const asked = await addProvider(owner, 1)
  await addStudents(owner, asked, 0, students)
  // Four more of about the same size, so that the asked one's rows lie among theirs.
  for (let turn = 0; turn < 4 && others > 0; turn++) {
    const share = Math.floor(others / 4)
    await addStudents(owner, await addProvider(owner, turn + 2), students + turn * share, share)
  }
  await owner.query('vacuum analyze')
  return asked
}

async function addProvider(owner: pg.Client, number: number): Promise<Uuid> {
  const id = newId()
  await owner.query(
    `insert into provider (id, oid, name_fi, language) values ($1, $2, 'Keksitty opisto', 'fi')`,
    [id, `1.2.246.562.10.${number}`],
  )
  return id
}

async function addStudents(owner: pg.Client, provider: Uuid, from: number, count: number): Promise<void> {
  await owner.query(
    `insert into student (provider_id, id, student_oid, given_names, called_name, family_name, group_code, sort_name)
     select $1, gen_random_uuid(), '1.2.246.562.24.' || (10000000000 + n), called || ' ' || second, called, family,
       'R' || (n - $4) / 20, lower(family || ' ' || called)
     from (select n, ${uneven('$5::text[]', 1)} as called, ${uneven('$5::text[]', 2)} as second,
         ${uneven('$6::text[]', 3)} || ${uneven('$7::text[]', 4)} as family
       from generate_series($2::bigint, $3::bigint) n) named`,
    [provider, from + 1, from + count, from, given, families, endings],
  )
  await owner.query(
    `insert into student_key (provider_id, key, student_id)
     select provider_id, key, id from student, lateral (
       select ${folded('called_name')} as c, ${folded('family_name')} as f,
         ${folded("split_part(given_names, ' ', 2)")} as s) word,
       unnest(array['1' || c || ' ' || f || ' ' || s, '2' || s || ' ' || f || ' ' || c,
         '0' || f || ' ' || c || ' ' || s, '0' || student_oid, '0' || split_part(student_oid, '.', 6)]) key
     where provider_id = $1 order by key on conflict do nothing`,
    [provider],
  )
  await owner.query(
    `insert into study_right (provider_id, oid, student_id, body, diary_number, present_state, starts_on, source)
     select provider_id, '1.2.246.562.15.' || split_part(student_oid, '.', 6), id,
       jsonb_build_object('oid', '1.2.246.562.15.' || split_part(student_oid, '.', 6), 'studentOid', student_oid,
         'type', 'ammatillinenkoulutus', 'startsOn', '2025-08-01', 'states',
         jsonb_build_array(jsonb_build_object('start', '2025-08-01', 'state', 'lasna')),
         'attainments', jsonb_build_array(jsonb_build_object('type', 'ammatillinentutkinto'))),
       'OPH-' || (100 + floor(60 * power(abs(hashtext(student_oid)::float8) / 2147483648, 2))) || '-2025',
       case when hashtext(student_oid) % 50 = 0 then 'eronnut' else 'lasna' end, '2025-08-01', 'bench'
     from student where provider_id = $1`,
    [provider],
  )
}
