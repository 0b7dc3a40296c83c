import pg from 'pg'

// Each query gives one text per object, in an order that does not depend on how the database was made.
const columns = `
  select c.relname as name, string_agg(
    format('  %I %s%s%s', a.attname, format_type(a.atttypid, a.atttypmod),
      case when co.collname <> 'default' then format(' collate %I', co.collname) else '' end
        || case when a.attgenerated <> '' then ' generated always as (' || pg_get_expr(d.adbin, d.adrelid) || ') stored'
             when d.adbin is not null then ' default ' || pg_get_expr(d.adbin, d.adrelid) else '' end,
      case when a.attnotnull then ' not null' else '' end), E',\\n' order by a.attnum) as text
  from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
    left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
    left join pg_collation co on co.oid = a.attcollation
  where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
  group by c.relname`

const constraints = `
  select c.relname as name, format('  constraint %I %s', k.conname, pg_get_constraintdef(k.oid)) as text
  from pg_constraint k join pg_class c on c.oid = k.conrelid
  where k.connamespace = 'public'::regnamespace and k.contype <> 'n' order by c.relname, k.contype desc, k.conname`

const indexes = `
  select c.relname as name, pg_get_indexdef(i.indexrelid) || ';' as text
  from pg_index i join pg_class c on c.oid = i.indrelid
  where c.relnamespace = 'public'::regnamespace
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by c.relname, 2`

const fences = `
  select c.relname as name, format('-- row level security%s; policy %I: %s, for %s%s%s',
    case when c.relforcerowsecurity then ', forced' else '' end, p.polname,
    case p.polcmd when '*' then 'all' else p.polcmd::text end,
    (select string_agg(coalesce(r.rolname, 'public'), ', ') from unnest(p.polroles) o left join pg_roles r on r.oid = o),
    ' using ' || pg_get_expr(p.polqual, p.polrelid), ' with check ' || pg_get_expr(p.polwithcheck, p.polrelid)) as text
  from pg_policy p join pg_class c on c.oid = p.polrelid order by c.relname, p.polname`

const rights = `
  select table_name as name, format('grant %s on %I to %I;',
    string_agg(lower(privilege_type), ', ' order by privilege_type), table_name, grantee) as text
  from information_schema.role_table_grants
  where table_schema = 'public' and grantee = 'yhdessa_app' group by table_name, grantee`

const views = `
  select c.relname as name, format(E'create view %I as\\n%s', c.relname, pg_get_viewdef(c.oid)) as text
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm') order by 1`

const functions = `
  select p.proname as name, pg_get_functiondef(p.oid) || ';' as text
  from pg_proc p where p.pronamespace = 'public'::regnamespace and p.prokind in ('f', 'p')
    and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
  order by 1, pg_get_function_identity_arguments(p.oid)`

type Texts = Map<string, string[]>

async function textsOf(client: pg.Client, query: string): Promise<Texts> {
  const { rows } = await client.query<{ name: string; text: string }>(query)
  const texts: Texts = new Map()
  for (const { name, text } of rows) texts.set(name, [...(texts.get(name) ?? []), text])
  return texts
}

const heading = `-- Generated from the migrated database by npm run yhdessa -- db types: read it, do not edit it.
`

/** The whole schema as readable SQL, one block per table, in the order of their names. */
export async function schemaText(url: string): Promise<string> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const tables = await textsOf(client, columns)
    const [keys, others, policies, grants] = [
      await textsOf(client, constraints),
      await textsOf(client, indexes),
      await textsOf(client, fences),
      await textsOf(client, rights),
    ]
    const blocks = [...tables.keys()].sort().map(name => {
      const inside = [...(tables.get(name) ?? []), ...(keys.get(name) ?? [])].join(',\n')
      const after = [others, policies, grants].flatMap(texts => texts.get(name) ?? [])
      return [`create table ${name} (\n${inside}\n);`, ...after].join('\n')
    })
    const rest = [await textsOf(client, views), await textsOf(client, functions)]
    return [heading, ...blocks, ...rest.flatMap(texts => [...texts.values()].flat())]
      .join('\n\n')
      .concat('\n')
  } finally {
    await client.end()
  }
}
