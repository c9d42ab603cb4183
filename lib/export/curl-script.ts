import { quote } from '@/lib/wire/curl'
import type { Exchange } from '@/lib/wire/exchange'
import { messageFields } from '@/lib/wire/fields'
import { bashWords, type Variable } from './bash-words'
import { EPILOGUE, prelude } from './curl-prelude'
import { namedSecrets } from './named-secrets'
import type { Recording } from './recording'

/** Lab time between two messages, in milliseconds, that was more than their way took. */
const A_WHILE = 2_000

/** Kinds of values a browser's own script makes, and how bash makes them. */
const MADE = { state: 'random', nonce: 'random', code_verifier: 'random' } as const

export interface ScriptWords {
  title: string
  /** The body for `POST /api/labs` that makes a lab for this run. Moves made beforehand are left to the script. */
  wishes: { moves?: unknown }
  /** `3: browser → auth server, GET /authorize`. */
  messageOf(exchange: Exchange): string
}

/**
 * A bash script that makes a fresh lab and sends the run's messages again with curl, taking every value from the
 * answers. An app with pages is a real server, which sends its own messages by itself as soon as its browser comes
 * back; an app without any is played by the script. Holds no value of the recorded lab.
 */
export function toCurlScript(recording: Recording, { title, wishes, messageOf }: ScriptWords): string {
  const { moves, ...lab } = wishes
  const variables = variablesOf(recording)
  const wordsOf = bashWords(variables)
  const bound = new Set(GIVEN)
  const roots = recording.exchanges.filter(({ parent }) => parent === null)
  const appHasPages = roots.some(
    ({ from, to, request }) => from === 'browser' && to === 'client' && !isFile(request.url),
  )
  const cast = recording.castSecrets.flatMap(({ value }, at) => bindCast(variables, value, at, bound))
  const lines: string[] = []
  let clock = roots[0]?.at ?? 0

  for (const exchange of roots) {
    const passed = exchange.at - clock
    clock = exchange.at
    if (passed >= A_WHILE) lines.push(`\nlater ${Math.ceil(passed / 1000)}`)
    lines.push(`\n# ${messageOf(exchange)}`)
    const reason = notSent(exchange, appHasPages)
    if (reason) {
      lines.push(`# ${reason}`)
      continue
    }
    const made = bindMade(exchange, variables, bound)
    const { command, used } = commandOf(exchange, wordsOf)
    const missing = [...used].filter((name) => !bound.has(name))
    if (missing.length > 0) {
      lines.push(`# Not sent again: it carries what nobody tells this script (${missing.join(', ')}).`)
      continue
    }
    lines.push(...made, command, ...bindAnswer(exchange, variables, bound))
  }
  return [prelude(title, quote(JSON.stringify(lab))), ...needed([...cast, ...lines]), EPILOGUE].join('\n')
}

/** The browser's cookie jar, as the prelude makes it. */
const BROWSER = `"\${browser[@]}"`
const GIVEN = ['LAB', 'ISSUER', 'RESOURCE', 'CLIENT', 'ISSUER_ORIGIN', 'RESOURCE_ORIGIN', 'CLIENT_ORIGIN']

/** Without the values that no later line reads. */
function needed(lines: readonly string[]): string[] {
  return lines.filter((line, at) => {
    const name = /^(\w+)=\$\(/.exec(line)?.[1]
    return !name || lines.slice(at + 1).some((later) => later.includes(`$${name}"`))
  })
}

/** The lab's addresses and every live value, longest first where one holds another. */
function variablesOf(recording: Recording): Variable[] {
  const { issuer, resource, app } = recording.lab
  const bases = { ISSUER: issuer, RESOURCE: resource, CLIENT: app }
  const addresses = Object.entries(bases).map(([name, value]) => ({ name, value }))
  const origins = addresses.map(({ name, value }) => ({ name: `${name}_ORIGIN`, value: new URL(value).origin }))
  const secrets = namedSecrets(recording).map(({ name, value }) => ({ name: name.replace('~', '_'), value }))
  return [...addresses, ...origins, { name: 'LAB', value: recording.lab.id }, ...secrets]
}

/** A page's script and other files are fetched by the browser, and keep nothing. */
const isFile = (url: string) => /\/spa\//.test(new URL(url).pathname)

function notSent({ from, move, outcome }: Exchange, appHasPages: boolean): string | null {
  if (outcome === 'dropped') return 'It was dropped on the way, so its receiver never saw it.'
  if (from === 'service') return 'That server sends this by itself.'
  if (from === 'client' && appHasPages && move !== 'send-again') return 'The app, a real server, sends this by itself.'
  return null
}

function commandOf({ from, step, seq, request, response }: Exchange, wordsOf: ReturnType<typeof bashWords>) {
  const used = new Set<string>()
  const words = (text: string) => {
    const { words: found, used: names } = wordsOf(text)
    for (const name of names) used.add(name)
    return found
  }
  const { method, url, headers, body } = request
  const parts = [`send ${quote(step ?? `message-${seq}`)} ${response?.status ?? 0} ${words(url)}`]
  if (/[[\]{}]/.test(url)) parts.push('--globoff')
  if (from === 'browser') parts.push(BROWSER)
  if (method !== (body === null ? 'GET' : 'POST')) parts.push(`-X ${quote(method)}`)
  for (const [name, value] of headers) {
    if (name !== 'cookie') parts.push(`-H ${words(`${name}: ${value}`)}`)
  }
  if (body !== null) parts.push(`--data-raw ${words(body)}`)
  return { command: parts.join(' \\\n  '), used }
}

function bindCast(variables: readonly Variable[], value: string, at: number, bound: Set<string>): string[] {
  const name = nameOf(variables, value)
  if (!name || bound.has(name)) return []
  bound.add(name)
  return [`${name}=$(member value "$dir/cast" ${at + 1})`]
}

/** What the browser's own script makes: fresh in every run. */
function bindMade({ from, secrets }: Exchange, variables: readonly Variable[], bound: Set<string>): string[] {
  const own = secrets.filter(({ madeBy }) => from === 'browser' && madeBy === 'browser')
  const verifier = own.find(({ kind }) => kind === 'code_verifier')
  return own.flatMap(({ kind, value }) => {
    const name = nameOf(variables, value)
    if (!name || bound.has(name)) return []
    const verifierName = verifier && nameOf(variables, verifier.value)
    const command =
      kind === 'code_challenge' && verifierName
        ? `s256 "$${verifierName}"`
        : Object.entries(MADE).find(([made]) => made === kind)?.[1]
    if (!command) return []
    bound.add(name)
    return [`${name}=$(${command})`]
  })
}

/** Takes out of the answer what is live in it, by where it stands: in the Location, in JSON, in a form. */
function bindAnswer(exchange: Exchange, variables: readonly Variable[], bound: Set<string>): string[] {
  const inputs = (exchange.response?.body ?? '').matchAll(/<input\b[^>]*\bname="([^"]+)"[^>]*\bvalue="([^"]*)"/g)
  const found: [how: string, value: string][] = [
    ...messageFields(exchange, 'response').flatMap(({ group, name, value }): [string, string][] => {
      if (group === 'location') return [[`parameter ${quote(name)}`, value]]
      return group === 'json' ? [[`member ${quote(name.split('.').at(-1) ?? name)}`, value]] : []
    }),
    ...Array.from(inputs, ([, name = '', value = '']): [string, string] => [`field ${quote(name)}`, value]),
  ]
  return found.flatMap(([how, value]) => {
    const name = nameOf(variables, value)
    if (!name || bound.has(name)) return []
    bound.add(name)
    return [`${name}=$(${how})`]
  })
}

function nameOf(variables: readonly Variable[], value: string): string | undefined {
  return variables.find((variable) => variable.value === value)?.name
}
