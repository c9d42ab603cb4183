import type { CarriedFact, StepFacts, StepOutcome } from '@/components/transcript/facts'
import { Icon } from '@/components/ui/icon'
import { PARTY } from '@/components/ui/party'
import { PartyIcon } from '@/components/ui/party-icon'
import { SecretGlyph } from '@/components/ui/secret-glyph'
import type { Party } from '@/lib/oauth/parties'
import type { PartyName } from '@/machines/kit/party-names'

/** Pieces of the exported pictures: what the diagrams draw with HTML, drawn with SVG alone. */

export const SANS = "'Inter Variable', Inter, 'Segoe UI', system-ui, sans-serif"
export const MONO = "'JetBrains Mono Variable', 'JetBrains Mono', Menlo, Consolas, monospace"
/** Width of a character, in parts of the type size; text is not measured, so that every machine draws the same. */
const MONO_WIDTH = 0.602
const SANS_WIDTH = 0.57

export const monoWidth = (text: string, size: number) => text.length * size * MONO_WIDTH
export const sansWidth = (text: string, size: number) => text.length * size * SANS_WIDTH

/** As much of a text as there is room for. */
export function fitted(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, Math.max(1, characters - 1))}…`
}

export function Disc({ facts, x, y }: { facts: Pick<StepFacts, 'number' | 'time' | 'from'>; x: number; y: number }) {
  const { line, ink } = PARTY[facts.from]
  const happened = facts.time === 'past' || facts.time === 'current'
  const planned = facts.time === 'planned'
  return (
    <g transform={`translate(${x} ${y})`}>
      <circle
        r="10.25"
        fill={happened ? line : 'var(--surface)'}
        stroke={planned ? 'var(--control)' : line}
        strokeWidth="1.5"
      />
      <text
        y="4.2"
        textAnchor="middle"
        fontFamily={SANS}
        fontSize="12"
        fontWeight="700"
        fill={happened ? 'var(--on-solid)' : planned ? 'var(--subtle)' : ink}
      >
        {facts.number}
      </text>
    </g>
  )
}

const OUTCOME_ICONS = { passed: 'check', refused: 'cross', dropped: 'cross', failed: 'warning' } as const

export function Outcome({ outcome, x, y }: { outcome: StepOutcome; x: number; y: number }) {
  const passed = outcome.kind === 'passed'
  return (
    <g transform={`translate(${x} ${y})`} color={passed ? 'var(--ink)' : 'var(--surface)'}>
      <circle r="7.25" fill={passed ? 'var(--surface)' : 'var(--ink)'} stroke="var(--ink)" strokeWidth="1.5" />
      <g transform="translate(-5 -5)">
        <Icon name={OUTCOME_ICONS[outcome.kind]} size={10} />
      </g>
    </g>
  )
}

const CHIP = { size: 12, height: 18, padding: 6, glyph: 11 }

export const chipWidth = (text: string) => CHIP.padding * 2 + CHIP.glyph + 4 + sansWidth(text, CHIP.size)
export const wordsWidth = (text: string) => CHIP.padding * 2 + sansWidth(text, CHIP.size) * 1.06

/** A secret on a message. `x`, `y`: its upper left corner. */
export function Chip({ carried, x, y }: { carried: Pick<CarriedFact, 'kind' | 'text'>; x: number; y: number }) {
  return (
    <g transform={`translate(${x} ${y})`} color="var(--ink)">
      <rect width={chipWidth(carried.text)} height={CHIP.height} rx="4" fill="var(--surface)" stroke="var(--control)" />
      <g transform={`translate(${CHIP.padding} 3.5)`}>
        <SecretGlyph kind={carried.kind} size={CHIP.glyph} />
      </g>
      <text x={CHIP.padding + CHIP.glyph + 4} y="13" fontFamily={SANS} fontSize={CHIP.size} fill="var(--ink)">
        {carried.text}
      </text>
    </g>
  )
}

/** Words in a box: `+2`, or dark: `refused: check 4 of 9`. */
export function WordsBox({ text, x, y, dark = false }: { text: string; x: number; y: number; dark?: boolean }) {
  return (
    <g transform={`translate(${x} ${y})`}>
      <rect
        width={wordsWidth(text)}
        height={CHIP.height}
        rx="4"
        fill={dark ? 'var(--ink)' : 'var(--surface)'}
        stroke={dark ? 'var(--ink)' : 'var(--control)'}
      />
      <text
        x={CHIP.padding}
        y="13"
        fontFamily={SANS}
        fontSize={CHIP.size}
        fontWeight={dark ? 600 : 400}
        fill={dark ? 'var(--surface)' : 'var(--ink)'}
      >
        {text}
      </text>
    </g>
  )
}

interface PartyHeadProps {
  party: Party
  called: PartyName
  /** Its middle. */
  x: number
  y: number
  width: number
  height: number
  /** It sends, receives or is spoken of now. */
  involved?: boolean
}

/** A party: shape and letter, name, role and hue. */
export function PartyHead({ party, called, x, y, width, height, involved = false }: PartyHeadProps) {
  const { line, tint, ink } = PARTY[party]
  const room = Math.floor((width - 40) / (14 * SANS_WIDTH))
  const name = fitted(called.name, room)
  const left = -(sansWidth(name, 14) + 26) / 2
  return (
    <g transform={`translate(${x} ${y})`} data-party={party}>
      <rect
        x={-width / 2}
        y={-height / 2}
        width={width}
        height={height}
        rx="8"
        fill={tint}
        stroke={line}
        strokeWidth={involved ? 3 : 1.5}
      />
      <g transform={`translate(${left} -17)`}>
        <PartyIcon party={party} size={20} />
      </g>
      <text x={left + 26} y="-2" fontFamily={SANS} fontSize="14" fontWeight="600" fill={ink}>
        {name}
      </text>
      <text y="15" textAnchor="middle" fontFamily={SANS} fontSize="12" fill={ink}>
        {fitted(called.role, Math.floor((width - 12) / (12 * SANS_WIDTH)))}
      </text>
    </g>
  )
}
