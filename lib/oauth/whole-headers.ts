/** What a field value may hold (RFC 9110, section 5.5): no line break, nothing beyond Latin-1. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]*$/

/**
 * Header fields in a list. Reads and iterates as Fetch's `Headers` do (lower case, in the order of names, values of one
 * name joined, each `Set-Cookie` alone) and costs a tenth: theirs are checked letter by letter in JavaScript.
 */
export class WholeHeaders implements Iterable<[string, string]> {
  /** In the order of their names; those of one name in the order they came. */
  #fields: [name: string, value: string][] = []

  static of(pairs: Iterable<readonly [name: string, value: string]>): Headers {
    const headers = new WholeHeaders()
    for (const [name, value] of pairs) headers.append(name, value)
    return headers as unknown as Headers
  }

  append(name: string, value: string): void {
    const field: [string, string] = [name.toLowerCase(), checked(value)]
    const next = this.#fields.findIndex(([other]) => other > field[0])
    if (next < 0) this.#fields.push(field)
    else this.#fields.splice(next, 0, field)
  }

  set(name: string, value: string): void {
    this.delete(name)
    this.append(name, value)
  }

  delete(name: string): void {
    if (this.has(name)) this.#fields = this.#fields.filter(([known]) => known !== name.toLowerCase())
  }

  get(name: string): string | null {
    const wanted = name.toLowerCase()
    let all: string | null = null
    for (const [known, value] of this.#fields) {
      if (known === wanted) all = all === null ? value : `${all}, ${value}`
    }
    return all
  }

  has(name: string): boolean {
    const wanted = name.toLowerCase()
    return this.#fields.some(([known]) => known === wanted)
  }

  getSetCookie(): string[] {
    return this.#fields.flatMap(([name, value]) => (name === 'set-cookie' ? [value] : []))
  }

  forEach(visit: (value: string, name: string, headers: Headers) => void): void {
    for (const [name, value] of this) visit(value, name, this as unknown as Headers)
  }

  keys(): IterableIterator<string> {
    return this.#pairs()
      .map(([name]) => name)
      .values()
  }

  values(): IterableIterator<string> {
    return this.#pairs()
      .map(([, value]) => value)
      .values()
  }

  entries(): IterableIterator<[string, string]> {
    return this.#pairs().values()
  }

  [Symbol.iterator](): IterableIterator<[string, string]> {
    return this.entries()
  }

  #pairs(): [string, string][] {
    const pairs: [string, string][] = []
    for (const [name, value] of this.#fields) {
      const last = pairs.at(-1)
      if (last?.[0] === name && name !== 'set-cookie') last[1] += `, ${value}`
      else pairs.push([name, value])
    }
    return pairs
  }
}

/** @throws TypeError for a value that would end the line it stands in */
function checked(value: string): string {
  if (!VALUE.test(value)) throw new TypeError('A header cannot carry line breaks and characters beyond Latin-1.')
  return value.trim()
}
