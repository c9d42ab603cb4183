import { type Html, html } from './html'

/**
 * The photo as a small landscape, drawn from its title: the same title gives the same picture. Decoration beside
 * the title, so assistive technology does not meet it.
 */
export function picture(title: string): Html {
  const random = sequence(title)
  const hue = Math.floor(random() * 360)
  const night = random() < 0.3
  const id = `sky-${fingerprint(title).toString(36)}`
  const sky = night ? [tint(hue, 45, 16), tint(hue + 40, 40, 38)] : [tint(hue, 62, 76), tint(hue + 50, 78, 90)]
  const sun = { x: 70 + random() * 260, y: 50 + random() * 90, r: 18 + random() * 22 }
  const sunColour = night ? tint(48, 30, 92) : tint(hue + 60, 95, 97)
  const hills = [0, 1, 2].map((layer) => {
    const light = night ? 30 - layer * 8 : 62 - layer * 16
    return html`<path fill="${tint(hue + 150 + layer * 14, 32, light)}" d="${hill(150 + layer * 45, random)}"/>`
  })
  return html`<svg viewBox="0 0 400 300" preserveAspectRatio="xMidYMid slice" aria-hidden="true" focusable="false"><defs><linearGradient id="${id}" x1="0" y1="0" x2="0" y2="1"><stop offset="0" stop-color="${sky[0] ?? ''}"/><stop offset="1" stop-color="${sky[1] ?? ''}"/></linearGradient></defs><rect width="400" height="300" fill="url(#${id})"/><circle cx="${round(sun.x)}" cy="${round(sun.y)}" r="${round(sun.r)}" fill="${sunColour}"/>${hills}</svg>`
}

/** A rolling line across the picture at about this height, closed at the bottom. */
function hill(height: number, random: () => number): string {
  const points = [0, 100, 200, 300, 400].map((x) => ({ x, y: height + (random() - 0.5) * 70 }))
  const curves = points.slice(1).map(({ x, y }, index) => {
    const before = points[index]?.y ?? y
    return `C${x - 60} ${round(before)} ${x - 40} ${round(y)} ${x} ${round(y)}`
  })
  return `M0 ${round(points[0]?.y ?? height)}${curves.join('')}V300H0Z`
}

const tint = (hue: number, saturation: number, light: number): string => `hsl(${hue % 360} ${saturation}% ${light}%)`
const round = (value: number): string => value.toFixed(1)

/** FNV-1a over the UTF-16 units. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  return hash >>> 0
}

/** Numbers from 0 to 1 that follow from the text (mulberry32). */
function sequence(text: string): () => number {
  let state = fingerprint(text)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
