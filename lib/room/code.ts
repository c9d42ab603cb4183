/** Letters nobody confuses on a projector or by ear: no vowels (so no words), none that looks like another. */
const LETTERS = 'BCDFGHJKMNPQRTVWXZ'
const LENGTH = 6

/** A room's code: 6 of 18 letters, 34 million. Drawn without bias: bytes beyond a multiple of 18 are thrown away. */
export function newRoomCode(randomBytes: (length: number) => Uint8Array): string {
  const fair = 256 - (256 % LETTERS.length)
  let code = ''
  while (code.length < LENGTH) {
    for (const byte of randomBytes(LENGTH)) {
      if (byte < fair && code.length < LENGTH) code += LETTERS[byte % LETTERS.length]
    }
  }
  return code
}

/** What somebody typed, as a code: case, spaces and dashes do not matter. Null when it cannot be one. */
export function readRoomCode(typed: string): string | null {
  const code = typed.toUpperCase().replace(/[\s-]/g, '')
  return code.length === LENGTH && [...code].every((letter) => LETTERS.includes(letter)) ? code : null
}
