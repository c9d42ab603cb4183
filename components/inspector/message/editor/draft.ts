import { parseForm } from '@/lib/oauth/form'
import { type HttpRequest, header } from '@/lib/oauth/http'

export const GROUPS = ['query', 'form', 'headers', 'cookies'] as const
export type Group = (typeof GROUPS)[number]

export type Pair = [name: string, value: string]

/** One parameter, header or cookie while it is being edited. */
export interface Field {
  /** Unique within the draft. */
  id: number
  name: string
  value: string
  /** As the sender prepared it; null for one the learner added. */
  was: Pair | null
  removed: boolean
}

/** A request taken apart for editing. `original` is never lost, so every change can be named and undone. */
export interface Draft {
  original: HttpRequest
  /** The receiver's base URL: fixed, because a lab's messages stay inside the lab. */
  base: string
  method: string
  /** Below the base. */
  path: string
  fields: Record<Group, Field[]>
  /** The body as text, when it is edited as such; null while the form's fields make it up. */
  rawBody: string | null
}

export const FORM_TYPE = 'application/x-www-form-urlencoded'

/** Headers the editor computes itself. */
const COMPUTED = ['cookie', 'content-length']

export function isForm(request: HttpRequest): boolean {
  const type = header(request, 'content-type')
  return type === null ? !request.body : type.toLowerCase().startsWith(FORM_TYPE)
}

export function cookiePairs(request: HttpRequest): Pair[] {
  const cookies = request.headers.filter(([name]) => name === 'cookie').flatMap(([, value]) => value.split(';'))
  return cookies
    .map((cookie) => cookie.trim())
    .filter((cookie) => cookie !== '')
    .map((cookie) => {
      const [name = '', ...rest] = cookie.split('=')
      return [name, rest.join('=')]
    })
}

/** Sets current pairs against the original ones: what is new, what is gone. */
export function matched(pairs: readonly Pair[], originals: readonly Pair[], firstId: number): Field[] {
  const left = originals.map((was) => ({ was, taken: false }))
  const fields = pairs.map(([name, value]): Omit<Field, 'id'> => {
    const origin = left.find((one) => !one.taken && one.was[0] === name)
    if (origin) origin.taken = true
    return { name, value, was: origin?.was ?? null, removed: false }
  })
  const gone = left
    .filter((one) => !one.taken)
    .map(
      ({ was }): Omit<Field, 'id'> => ({
        name: was[0],
        value: was[1],
        was,
        removed: true,
      }),
    )
  return [...fields, ...gone].map((field, index) => ({
    ...field,
    id: firstId + index,
  }))
}

/** @param bases base URLs of the lab's parties, without trailing slash */
export function draftOf(request: HttpRequest, bases: readonly string[]): Draft {
  const url = new URL(request.url)
  const base = bases.find((one) => request.url.startsWith(`${one}/`)) ?? url.origin
  const pairs: Record<Group, Pair[]> = {
    query: parseForm(url.search),
    form: isForm(request) ? parseForm(request.body ?? '') : [],
    headers: request.headers.filter(([name]) => !COMPUTED.includes(name)),
    cookies: cookiePairs(request),
  }
  const fieldsOf = (group: Group) => matched(pairs[group], pairs[group], GROUPS.indexOf(group) * 1000)
  return {
    original: request,
    base,
    method: request.method,
    path: pathBelow(base, request),
    fields: {
      query: fieldsOf('query'),
      form: fieldsOf('form'),
      headers: fieldsOf('headers'),
      cookies: fieldsOf('cookies'),
    },
    rawBody: isForm(request) ? null : (request.body ?? ''),
  }
}

export function isChanged({ name, value, was, removed }: Field): boolean {
  return removed || was === null || was[0] !== name || was[1] !== value
}

/** The path of a URL below a base. */
export function pathBelow(base: string, { url }: Pick<HttpRequest, 'url'>): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`.slice(base.length)
}

/** How many things differ from what the sender prepared. */
export function changeCount(draft: Draft): number {
  const { original } = draft
  const fields = GROUPS.filter((group) => group !== 'form' || draft.rawBody === null)
    .flatMap((group) => draft.fields[group])
    .filter(isChanged).length
  const rest = [
    draft.method !== original.method,
    draft.path !== pathBelow(draft.base, original),
    draft.rawBody !== null && draft.rawBody !== (original.body ?? ''),
  ]
  return fields + rest.filter(Boolean).length
}

export const livePairs = (fields: readonly Field[]): Pair[] =>
  fields.filter((field) => !field.removed).map(({ name, value }) => [name, value])
