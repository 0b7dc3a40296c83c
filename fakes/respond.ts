import type { ServerResponse } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { Behaviour } from './behaviour.ts'
import type { FakeAnswer } from './service.ts'

/** Answers as the behaviour says; what is to be answered is asked for only where the service does its work. */
export async function respond(
  response: ServerResponse,
  { milliseconds = 5_000, mode }: Pick<Behaviour, 'mode' | 'milliseconds'>,
  answer: () => FakeAnswer,
): Promise<void> {
  if (mode === 'slow') await wait(milliseconds)
  if (mode === 'down') return send(response, { status: 503, headers: { 'retry-after': '0' }, text: 'down' })
  if (mode === 'refuse') return send(response, { status: 403, json: { error: 'forbidden' } })
  if (mode === 'garbage') return send(response, { status: 200, text: '<html><body>Huoltokatko' })
  if (mode === 'half') return sendHalf(response, answer())
  if (mode === 'lose-answer') {
    answer()
    response.destroy()
    return
  }
  send(response, answer())
}

function bytesOf(answer: FakeAnswer): Buffer {
  return Buffer.from(answer.json === undefined ? (answer.text ?? '') : JSON.stringify(answer.json))
}

function headersOf(answer: FakeAnswer, bytes: Buffer): Record<string, string> {
  const type = answer.json === undefined ? 'text/html; charset=utf-8' : 'application/json'
  return { 'content-type': type, 'content-length': String(bytes.length), ...answer.headers }
}

export function send(response: ServerResponse, answer: FakeAnswer): void {
  const bytes = bytesOf(answer)
  response.writeHead(answer.status, headersOf(answer, bytes)).end(bytes)
}

/** The length of the whole is told and half of it is sent. */
function sendHalf(response: ServerResponse, answer: FakeAnswer): void {
  const bytes = bytesOf(answer)
  response.writeHead(answer.status, headersOf(answer, bytes))
  response.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => response.destroy())
}
