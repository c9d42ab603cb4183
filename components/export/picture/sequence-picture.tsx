import { ActLine } from '@/components/diagram/act-edge'
import { MessageLine } from '@/components/diagram/message-line'
import {
  type ActEdge,
  LINE,
  type MessageEdge,
  type PhaseNode,
  ROW,
  type RowNode,
  sequenceLayout,
} from '@/components/diagram/sequence-layout'
import { PARTY } from '@/components/ui/party'
import type { Story } from '../story'
import { Frame } from './frame'
import {
  Chip,
  chipWidth,
  Disc,
  fitted,
  MONO,
  monoWidth,
  Outcome,
  PartyHead,
  SANS,
  sansWidth,
  WordsBox,
  wordsWidth,
} from './parts'

const PITCH = 176
const HEADS = 64
/** Chips below a line; what is left out is counted. */
const CHIPS = 3
const LABEL = 12.5

interface SequencePictureProps {
  story: Story
  /** Step looked at; beyond the last one, everything is past. */
  cursor: number
  head: number
  /** Without a title of its own. */
  bare?: boolean
}

/** Lanes and rows of a run as one SVG: every step has its line, drawn by the diagram's own components. */
export function SequencePicture({ story, cursor, head, bare = false }: SequencePictureProps) {
  const { title, summary, parties, lanes, steps } = story
  const width = Math.max(2, lanes.length) * PITCH
  const layout = sequenceLayout({ steps, parties: lanes, cursor, head, width })
  const rows = layout.nodes.filter((node): node is RowNode => node.type === 'row')
  const phases = layout.nodes.filter((node): node is PhaseNode => node.type === 'phase')
  const messages = layout.edges.filter((edge): edge is MessageEdge => edge.type === 'message')
  const acts = layout.edges.filter((edge): edge is ActEdge => edge.type === 'act')
  return (
    <Frame
      title={title}
      bare={bare}
      description={`${summary} ${steps.length} steps.`}
      width={width}
      height={HEADS + layout.height}
    >
      {layout.lanes.map(({ party, x }) => (
        <PartyHead key={party} party={party} called={parties[party]} x={x} y={26} width={PITCH - 12} height={48} />
      ))}
      <g transform={`translate(0 ${HEADS})`}>
        {rows.map(({ id, data, position }) =>
          data.facts.time === 'current' ? (
            <g key={id} transform={`translate(0 ${position.y})`}>
              <rect width={width} height={ROW} fill="var(--sunken)" />
              <rect width="4" height={ROW} fill="var(--accent)" />
            </g>
          ) : null,
        )}
        {layout.lanes.map(({ party, x }) => (
          <rect key={party} x={x - 1} width="2" height={layout.height} fill={PARTY[party].line} opacity="0.4" />
        ))}
        {phases.map(({ id, data, position }) => (
          <PhaseGoal key={id} goal={data.goal} y={position.y} />
        ))}
        {acts.map(({ id, data }) => data && <ActLine key={id} {...data} />)}
        {messages.map(
          ({ id, data }) =>
            data && (
              <g key={id} data-step={data.facts.number}>
                <MessageLine {...data} ground={groundOf(data.facts.time)} />
              </g>
            ),
        )}
        {rows.map(({ id, data, position }) => (
          <RowWords key={id} data={data} y={position.y} />
        ))}
      </g>
    </Frame>
  )
}

const groundOf = (time: string) => (time === 'current' ? 'var(--sunken)' : 'var(--canvas)')

function PhaseGoal({ goal, y }: { goal: string; y: number }) {
  return (
    <g>
      <rect x="0" y={y + 10} width={sansWidth(goal, 12) + 8} height="18" fill="var(--canvas)" />
      <text x="2" y={y + 24} fontFamily={SANS} fontSize="12" fontWeight="500" fill="var(--subtle)">
        {goal}
      </text>
    </g>
  )
}

/** Number and label above the line, payload below it, both at the end the message leaves from. */
function RowWords({ data: { facts, fromX, toX, userX, actX }, y }: { data: RowNode['data']; y: number }) {
  const rightward = toX > fromX
  const current = facts.time === 'current'
  const room = Math.max(Math.abs(toX - fromX) - 44, PITCH - 40)
  const label = fitted(`${facts.label}${facts.edited ? ' (changed)' : ''}`, Math.floor(room / monoWidth('m', LABEL)))
  const discX = fromX + (rightward ? 16 : -16)
  const labelX = rightward ? discX + 16 : discX - 16 - monoWidth(label, LABEL)
  const { outcome } = facts
  const stopped = outcome !== null && outcome.kind !== 'passed'
  return (
    <g transform={`translate(0 ${y})`}>
      {facts.human && (
        <g transform={`translate(${(userX + actX) / 2} 0)`}>
          <rect
            x={-sansWidth(facts.human, 12) / 2 - 3}
            y="8"
            width={sansWidth(facts.human, 12) + 6}
            height="16"
            fill={groundOf(facts.time)}
          />
          <text y="20" textAnchor="middle" fontFamily={SANS} fontSize="12" fill="var(--user-ink)">
            {facts.human}
          </text>
        </g>
      )}
      <Disc facts={facts} x={discX} y={LINE - 19} />
      <rect x={labelX - 2} y={LINE - 28} width={monoWidth(label, LABEL) + 4} height="18" fill={groundOf(facts.time)} />
      <text
        x={labelX}
        y={LINE - 14.5}
        fontFamily={MONO}
        fontSize={LABEL}
        fontWeight={current ? 700 : 400}
        fill={facts.time === 'planned' ? 'var(--subtle)' : 'var(--ink)'}
        style={{ fontVariantLigatures: 'none' }}
      >
        {label}
      </text>
      <Payload facts={facts} x={fromX + (rightward ? 5 : -5)} rightward={rightward} />
      {outcome && <Outcome outcome={outcome} x={toX + (rightward ? 1 : -1) * (stopped ? -10 : 13)} y={LINE} />}
    </g>
  )
}

function Payload({
  facts: { outcome, carried },
  x,
  rightward,
}: {
  facts: RowNode['data']['facts']
  x: number
  rightward: boolean
}) {
  const stopped = outcome && outcome.kind !== 'passed' ? [outcome.text] : []
  const shown = carried.slice(0, CHIPS)
  const more = carried.length > CHIPS ? [`+${carried.length - CHIPS}`] : []
  const widths = [...stopped.map(wordsWidth), ...shown.map(({ text }) => chipWidth(text)), ...more.map(wordsWidth)]
  const whole = widths.reduce((sum, width) => sum + width + 4, 0) - 4
  const starts = widths.map((_, at) =>
    widths.slice(0, at).reduce((sum, width) => sum + width + 4, rightward ? x : x - whole),
  )
  const y = LINE + 7
  return (
    <>
      {stopped.map((text, at) => (
        <WordsBox key={text} text={text} x={starts[at] ?? x} y={y} dark />
      ))}
      {shown.map((one, at) => (
        <Chip key={one.value} carried={one} x={starts[stopped.length + at] ?? x} y={y} />
      ))}
      {more.map((text) => (
        <WordsBox key={text} text={text} x={starts.at(-1) ?? x} y={y} />
      ))}
    </>
  )
}
