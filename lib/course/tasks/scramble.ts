/**
 * The same things in another order. The same word gives the same order.
 *
 * @param word decides the order: the task's name, and how often it was mixed again
 */
export function scramble<Thing>(things: readonly Thing[], word: string): Thing[] {
  const mixed = [...things]
  let number = [...word].reduce((sum, letter) => (Math.imul(sum, 31) + (letter.codePointAt(0) ?? 0)) >>> 0, 7)
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    number = (Math.imul(number, 1664525) + 1013904223) >>> 0
    const at = Math.floor((number / 2 ** 32) * (last + 1))
    const [one, other] = [mixed[last] as Thing, mixed[at] as Thing]
    mixed[last] = other
    mixed[at] = one
  }
  return mixed.every((thing, index) => thing === things[index]) ? mixed.toReversed() : mixed
}
