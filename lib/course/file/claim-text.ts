import { PARTIES } from '@/lib/oauth/parties'
import { SECRET_KINDS } from '@/lib/oauth/secrets'
import { CARRIERS } from '@/lib/wire/sighting'
import type { Claim, MessageClaim } from '../claim'
import { quote, suggestion } from './nearest'

/**
 * Claims as teachers write them, one line each:
 *
 * - `next: POST /token from client to authorization-server`, `next: 200 carries access_token`, `message: with state`
 * - `check: verifier-matches failed by authorization-server`
 * - `holder: browser never holds access_token`
 * - `place: browser.cookies keeps session_cookie`
 * - `not (…)`, `all (…; …)`, `any (…; …)`
 */

export const VERDICTS = ['passed', 'failed', 'off', 'not-reached'] as const
export const MARKS = ['holds', 'passed', 'derived', 'never'] as const
export const HOLDERS: readonly string[] = [...PARTIES, ...CARRIERS]
export const SECRETS: readonly string[] = Object.keys(SECRET_KINDS)

/** Claims within claims. */
export const DEEPEST = 4

export type ReadClaim = { claim: Claim } | { problem: string }

const FORMS =
  'Write what the run will show: next: POST /token from client to authorization-server, check: code-unused failed, holder: browser never holds access_token, or place: browser.cookies keeps session_cookie.'

export function claimText(claim: Claim): string {
  if ('not' in claim) return `not (${claimText(claim.not)})`
  if ('all' in claim) return `all (${claim.all.map(claimText).join('; ')})`
  if ('any' in claim) return `any (${claim.any.map(claimText).join('; ')})`
  if ('message' in claim) return messageText(claim.message)
  if ('check' in claim) return `check: ${claim.check} ${claim.verdict}${claim.by ? ` by ${claim.by}` : ''}`
  if ('holder' in claim) {
    const { holder, mark, secret } = claim
    return `holder: ${holder} ${mark === 'never' ? 'never holds' : mark} ${secret}`
  }
  return `place: ${claim.place} keeps ${claim.secret}`
}

function messageText({ kind, method, path, status, from, to, channel, carries, field }: MessageClaim): string {
  const words = [
    ...[kind, method, path, status],
    ...(from ? ['from', from] : []),
    ...(to ? ['to', to] : []),
    ...(channel ? ['over', channel] : []),
    ...(carries ? ['carries', carries] : []),
    ...(field ? ['with', field] : []),
  ]
  const label = method || path || status || from || to ? 'next' : 'message'
  return `${label}: ${words.filter((word) => word !== undefined).join(' ')}`
}

/** Whether a line is meant as a claim. */
export const looksLikeClaim = (line: string): boolean =>
  /^(next|message|check|holder|place)\s*:/i.test(line) || /^(not|all|any)\s*\(/i.test(line)

export function readClaim(text: string, depth = 1): ReadClaim {
  const written = text.trim()
  if (depth > DEEPEST) return { problem: `Claims stand in one another more than ${DEEPEST} deep. Say it more simply.` }
  const group = /^(not|all|any)\s*\(([\s\S]*)\)$/i.exec(written)
  if (group) return readGroup((group[1] ?? '').toLowerCase(), group[2] ?? '', depth)
  const [, label = '', rest = ''] = /^([a-z]+)\s*:\s*([\s\S]*)$/i.exec(written) ?? []
  const words = rest.split(/\s+/).filter((word) => word !== '')
  switch (label.toLowerCase()) {
    case 'next':
    case 'message':
      return readMessage(words)
    case 'check':
      return readCheck(words)
    case 'holder':
      return readHolder(words)
    case 'place':
      return readPlace(words)
    default:
      return { problem: written === '' ? FORMS : `${quote(written)} is not understood. ${FORMS}` }
  }
}

function readGroup(word: string, inside: string, depth: number): ReadClaim {
  const claims: Claim[] = []
  for (const part of partsOf(inside)) {
    const read = readClaim(part, depth + 1)
    if ('problem' in read) return read
    claims.push(read.claim)
  }
  const [first] = claims
  if (!first) return { problem: `${word} (…) needs a claim inside. ${FORMS}` }
  if (word !== 'not') return { claim: word === 'all' ? { all: claims } : { any: claims } }
  return claims.length === 1
    ? { claim: { not: first } }
    : { problem: 'not (…) takes one claim. Write not (any (…; …)).' }
}

/** Split at the semicolons that stand in no further brackets. */
function partsOf(text: string): string[] {
  const parts = ['']
  let open = 0
  for (const letter of text) {
    if (letter === '(') open += 1
    if (letter === ')') open -= 1
    if (letter === ';' && open === 0) parts.push('')
    else parts[parts.length - 1] += letter
  }
  return parts
}

const MESSAGE =
  'A message reads: POST /token from client to authorization-server over back carries authorization_code with code_verifier; leave out what does not matter.'

const FOLLOWED: Readonly<Record<string, { name: keyof MessageClaim; known: readonly string[] | null }>> = {
  from: { name: 'from', known: PARTIES },
  to: { name: 'to', known: PARTIES },
  over: { name: 'channel', known: ['front', 'back'] },
  carries: { name: 'carries', known: SECRETS },
  carrying: { name: 'carries', known: SECRETS },
  with: { name: 'field', known: null },
}

function readMessage(words: readonly string[]): ReadClaim {
  const message: Record<string, string | number> = {}
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    const follows = Object.hasOwn(FOLLOWED, word) ? FOLLOWED[word] : undefined
    if (follows) {
      at += 1
      const value = words[at]
      if (value === undefined) return { problem: `Something is missing after “${word}”. ${MESSAGE}` }
      const problem = follows.known && unknown(value, follows.known)
      if (problem) return { problem }
      message[follows.name] = value
    } else if (word === 'request' || word === 'response') message.kind = word
    else if (/^\d{3}$/.test(word)) message.status = Number(word)
    else if (/^[A-Z]+$/.test(word)) message.method = word
    else if (word.startsWith('/')) message.path = word
    else return { problem: `${quote(word)} is not understood. ${MESSAGE}` }
  }
  if (Object.keys(message).length === 0) return { problem: `It says nothing of the message. ${MESSAGE}` }
  return { claim: { message: message as MessageClaim } }
}

function readCheck(words: readonly string[]): ReadClaim {
  const [check = '', verdict = '', by, party = '', ...more] = words
  const shape = 'A check reads: check: code-unused failed by authorization-server; “by …” may be left out.'
  if (check === '' || verdict === '' || more.length > 0 || (by !== undefined && by !== 'by')) return { problem: shape }
  const problem = unknown(verdict, VERDICTS) ?? (by === undefined ? null : unknown(party, PARTIES))
  if (problem) return { problem: `${problem} ${shape}` }
  return { claim: { check, verdict, ...(by && { by: party }) } as Claim }
}

function readHolder(words: readonly string[]): ReadClaim {
  const [holder = '', mark = '', ...rest] = words
  const [secret = '', ...more] = mark === 'never' && rest[0] === 'holds' ? rest.slice(1) : rest
  const shape = 'A holder reads: holder: browser never holds access_token; or holds, passed, derived.'
  if (secret === '' || more.length > 0) return { problem: shape }
  const problem = unknown(holder, HOLDERS) ?? unknown(mark, MARKS) ?? unknown(secret, SECRETS)
  return problem ? { problem: `${problem} ${shape}` } : { claim: { holder, mark, secret } as Claim }
}

function readPlace(words: readonly string[]): ReadClaim {
  const [place = '', keeps, secret = '', ...more] = words
  const shape = 'A place reads: place: browser.cookies keeps session_cookie.'
  if (keeps !== 'keeps' || secret === '' || more.length > 0) return { problem: shape }
  const problem = unknownPlace(place) ?? unknown(secret, SECRETS)
  return problem ? { problem: `${problem} ${shape}` } : { claim: { place, secret } as Claim }
}

/** A place's id begins with whose it is. */
export function unknownPlace(place: string): string | null {
  const [party = ''] = place.split('.')
  if (!place.includes('.')) return `A place begins with a party and a dot, such as ${quote(`${party || 'client'}.`)}.`
  return unknown(party, PARTIES)
}

const unknown = (name: string, known: readonly string[]): string | null =>
  known.includes(name) ? null : `${quote(name)} is not known. ${suggestion(name, known)}`
