import { LinkLine } from '@/components/diagram/link-line'
import { type ChannelEdge, type MessagesNode, mapLayout, type PartyNode } from '@/components/diagram/map-layout'
import { MessageLine } from '@/components/diagram/message-line'
import type { Story } from '../story'
import { Frame } from './frame'
import { Chip, chipWidth, Disc, MONO, monoWidth, PartyHead, SANS, sansWidth } from './parts'

const SIZE = { width: 960, height: 540 }
const DISC = 26
const LABEL = 13

/** The parties and what connects them as one SVG, with the current message on its way. */
export function MapPicture({ story, cursor, head }: { story: Story; cursor: number; head: number }) {
  const { title, summary, parties, lanes, steps } = story
  const { nodes, edges } = mapLayout({ steps, parties: lanes, cursor, head, ...SIZE })
  const boxes = nodes.filter((node): node is PartyNode => node.type === 'party')
  const messages = nodes.filter((node): node is MessagesNode => node.type === 'messages')
  return (
    <Frame title={title} description={`${summary} Map of the parties at step ${Math.min(cursor, head)}.`} {...SIZE}>
      {edges.map(({ id, data }) => data && <Link key={id} data={data} />)}
      {boxes.map(({ id, data, position, width = 0, height = 0 }) => (
        <PartyHead
          key={id}
          party={data.party}
          called={parties[data.party]}
          involved={data.involved}
          x={position.x + width / 2}
          y={position.y + height / 2}
          width={width}
          height={height}
        />
      ))}
      {messages.map(({ id, data, position }) => (
        <g key={id} transform={`translate(${position.x} ${position.y})`}>
          <Numbers data={data} />
        </g>
      ))}
    </Frame>
  )
}

function Link({ data: { link, current, from, to } }: { data: NonNullable<ChannelEdge['data']> }) {
  return (
    <g data-link={link}>
      {current && link !== 'human' ? (
        <MessageLine facts={current} from={from} to={to} ground="var(--canvas)" />
      ) : (
        <LinkLine link={link} from={from} to={to} current={current !== null} />
      )}
    </g>
  )
}

/** The numbers of a link's messages in lines that fit its room; below them the current one's label and payload. */
function Numbers({ data: { facts, current, link, anchor, room } }: { data: MessagesNode['data'] }) {
  const perLine = Math.max(1, Math.floor(room / DISC))
  const lines = Math.ceil(facts.length / perLine)
  const words = (link === 'human' ? current?.human : current?.label) ?? null
  const height = lines * DISC + (words ? 46 : 0)
  const top = anchor.y === -1 ? 0 : anchor.y === 0 ? -height / 2 : -height
  const leftOf = (width: number) => (anchor.x === -1 ? 0 : anchor.x === 0 ? -width / 2 : -width)
  return (
    <g transform={`translate(0 ${top})`}>
      {facts.map((fact, at) => {
        const inLine = Math.min(perLine, facts.length - Math.floor(at / perLine) * perLine)
        const x = leftOf(inLine * DISC) + (at % perLine) * DISC + DISC / 2
        const y = Math.floor(at / perLine) * DISC + DISC / 2
        return (
          <g key={fact.number}>
            {fact === current && <circle cx={x} cy={y} r="13" fill="none" stroke="var(--ink)" strokeWidth="2" />}
            <Disc facts={link === 'human' ? { ...fact, from: 'user' } : fact} x={x} y={y} />
          </g>
        )
      })}
      {current && words && (
        <g transform={`translate(0 ${lines * DISC + 4})`}>
          <Now words={words} chips={link === 'human' ? [] : current.carried} mono={link !== 'human'} leftOf={leftOf} />
        </g>
      )}
    </g>
  )
}

interface NowProps {
  words: string
  chips: MessagesNode['data']['facts'][number]['carried']
  mono: boolean
  leftOf(width: number): number
}

function Now({ words, chips, mono, leftOf }: NowProps) {
  const textWidth = mono ? monoWidth(words, LABEL) : sansWidth(words, LABEL)
  const chipsWidth = chips.reduce((sum, { text }) => sum + chipWidth(text) + 4, 0)
  const width = Math.max(textWidth, chipsWidth) + 18
  const left = leftOf(width)
  return (
    <g transform={`translate(${left} 0)`}>
      <rect width={width} height={chips.length > 0 ? 48 : 26} rx="6" fill="var(--surface)" stroke="var(--control)" />
      <text x="8" y="18" fontFamily={mono ? MONO : SANS} fontSize={LABEL} fontWeight="700" fill="var(--ink)">
        {words}
      </text>
      {chips.map((carried, at) => (
        <Chip
          key={carried.value}
          carried={carried}
          x={8 + chips.slice(0, at).reduce((sum, { text }) => sum + chipWidth(text) + 4, 0)}
          y={25}
        />
      ))}
    </g>
  )
}
