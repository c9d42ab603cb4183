import { encodeForm } from '@/lib/oauth/form'
import type { HeaderList, HttpRequest } from '@/lib/oauth/http'
import { type Draft, FORM_TYPE, isChanged, livePairs } from './draft'

/** The request a draft describes. What was not touched keeps its bytes. */
export function assemble(draft: Draft): HttpRequest {
  const body = bodyOf(draft)
  return {
    method: draft.method,
    url: `${draft.base}${draft.path}${searchOf(draft)}`,
    headers: headersOf(draft, body),
    body,
  }
}

function searchOf({ fields, original }: Draft): string {
  if (!fields.query.some(isChanged)) {
    const cut = original.url.indexOf('?')
    return cut === -1 ? '' : original.url.slice(cut)
  }
  const query = encodeForm(livePairs(fields.query))
  return query === '' ? '' : `?${query}`
}

export function bodyOf({ fields, original, rawBody }: Draft): string | null {
  if (rawBody !== null) return rawBody === (original.body ?? '') ? original.body : rawBody || null
  return fields.form.some(isChanged) ? encodeForm(livePairs(fields.form)) || null : original.body
}

function headersOf({ fields, original, rawBody }: Draft, body: string | null): HeaderList {
  const headers: HeaderList = livePairs(fields.headers).map(([name, value]) => [name.toLowerCase(), value])
  const typed = headers.some(([name]) => name === 'content-type')
  if (!typed && original.body === null && body !== null && rawBody === null) headers.push(['content-type', FORM_TYPE])

  const place = (name: string) => original.headers.findIndex(([known]) => known === name)
  const put = (name: string, value: string) => {
    const at = place(name)
    headers.splice(at === -1 ? headers.length : at, 0, [name, value])
  }
  const length = place('content-length')
  if (length !== -1) {
    const unchanged = original.headers[length]?.[1] ?? '0'
    put('content-length', body === original.body ? unchanged : String(new TextEncoder().encode(body ?? '').length))
  }
  const cookies = livePairs(fields.cookies).map(([name, value]) => `${name}=${value}`)
  if (!fields.cookies.some(isChanged))
    for (const [name, value] of original.headers) name === 'cookie' && put(name, value)
  else if (cookies.length > 0) put('cookie', cookies.join('; '))
  return headers
}
