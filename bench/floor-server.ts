// The floor: what Fastify and pg cost alone. No session, no fence, no access, no audit, no rules.
import { randomUUID } from 'node:crypto'
import Fastify from 'fastify'
import pg from 'pg'

const pool = new pg.Pool({ connectionString: process.argv[2], max: 20 })
const newestVersion = `select v.* from plan p
  join plan_version v on v.provider_id = p.provider_id and v.plan_id = p.id and v.version = p.version
  where p.id = $1`
const app = Fastify({ logger: false })

app.get<{ Params: { id: string } }>('/plans/:id', async request => {
  // The same row that ours shows: the newest version with its body.
  const { rows } = await pool.query(newestVersion, [request.params.id])
  return rows[0]
})

app.put('/plans', async (request, reply) => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('insert into bench_floor (id, body) values ($1, $2)', [
      randomUUID(),
      JSON.stringify(request.body),
    ])
    await client.query('commit')
  } finally {
    client.release()
  }
  return reply.code(204).send()
})

await app.listen({ host: '127.0.0.1', port: 0 })
const address = app.server.address()
process.send?.({ port: typeof address === 'object' ? address?.port : 0 })
process.on('SIGTERM', () => process.exit(0))
