/** One HTTP message as plain JSON: what the wire records, the learner reads and edits, and the tests compare. */

/** Header name and value, in the order they were sent; a name may repeat. Names are lower case. */
export type HeaderList = [name: string, value: string][]

export interface HttpRequest {
  method: string
  /** Absolute URL, without a fragment (a fragment is never sent). */
  url: string
  headers: HeaderList
  body: string | null
}

export interface HttpResponse {
  status: number
  headers: HeaderList
  body: string | null
}

/** First value of a header, or null. `name` in lower case. */
export function header(message: { headers: HeaderList }, name: string): string | null {
  return message.headers.find(([key]) => key === name)?.[1] ?? null
}
