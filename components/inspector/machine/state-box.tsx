'use client'

import { usePlayer } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { PartyIcon } from '@/components/ui/party-icon'
import type { ChartState } from '@/machines/kit/chart'
import { reveal } from '../reveal'
import type { Box, Row } from './layout'
import { Rails } from './rails'
import { eventWords, stateWords } from './words'

interface StateBoxProps {
  box: Box
  lanes: number
  /** DOM id of a state, so that transitions can lead to it. */
  idOf(state: ChartState): string
}

/** One state: its title, where it leads, and the rails that pass. */
export function StateBox({ box, lanes, idOf }: StateBoxProps) {
  const { state, rows } = box
  return (
    <li id={idOf(state)} tabIndex={-1} aria-current={state.current ? 'step' : undefined}>
      <div className="flex">
        <Title state={state} last={rows.length === 0} />
        <Rails passes={box.title} lanes={lanes} />
      </div>
      {rows.length > 0 && (
        <ul aria-label="Leads to">
          {rows.map((row, index) => (
            <li key={row.target.path} className="flex">
              <RowLink row={row} state={state} last={index === rows.length - 1} id={idOf(row.target)} />
              <Rails passes={row.passes} lanes={lanes} />
            </li>
          ))}
        </ul>
      )}
      <Gap box={box} lanes={lanes} />
    </li>
  )
}

const frame = (state: ChartState) =>
  classes(
    'min-w-0 grow border-x bg-surface',
    state.kind === 'move' ? 'border-dashed [border-left-style:solid]' : 'border-solid',
    state.current ? 'border-accent border-l-4 bg-sunken' : 'border-control border-l-4',
    !state.current && !state.visited && 'border-line',
  )

function Title({ state, last }: { state: ChartState; last: boolean }) {
  const { steps } = usePlayer()
  const { title, label, step } = stateWords(state, steps)
  return (
    <div
      className={classes(
        frame(state),
        'flex items-start gap-2 rounded-t-md border-t px-2 py-1',
        last && 'rounded-b-md border-b',
      )}
    >
      <p className={classes('min-w-0 grow leading-5', state.current ? 'font-bold' : !state.visited && 'text-muted')}>
        {title}
        {label && (
          <span className="flex items-center gap-1 font-normal text-muted text-xs">
            {step && <PartyIcon party={step.from} size={14} />}
            <Icon name="next" size={10} />
            {step && <PartyIcon party={step.to} size={14} />}
            <span className="truncate font-mono">{label}</span>
          </span>
        )}
      </p>
      <span className="shrink-0 text-right text-xs leading-5">
        <span className="sr-only">{state.kind === 'move' ? 'move, ' : 'state of rest, '}</span>
        {state.current && <strong className="rounded-sm bg-accent px-1.5 font-bold text-accent-ink">now</strong>}
        {!state.current && state.visited && (
          <span className="inline-flex items-center gap-0.5 text-muted">
            <Icon name="check" size={12} /> been here
          </span>
        )}
        {!state.current && !state.visited && <span className="sr-only">not visited</span>}
      </span>
    </div>
  )
}

interface RowLinkProps {
  row: Row
  state: ChartState
  last: boolean
  id: string
}

function RowLink({ row, state, last, id }: RowLinkProps) {
  const { steps } = usePlayer()
  return (
    <div className={classes(frame(state), 'px-1', last && 'rounded-b-md border-b pb-1')}>
      <button
        type="button"
        onClick={() => reveal(id)}
        className={classes(
          'flex min-h-7 w-full items-start gap-1.5 rounded-sm px-1 py-1 text-left text-xs leading-5 hover:bg-canvas hover:text-ink',
          row.possible ? 'font-semibold text-ink' : 'text-muted',
        )}
      >
        <Icon name={row.down ? 'down' : 'next'} size={12} className="mt-1 shrink-0" />
        <span className="min-w-0">
          <span className="font-mono [overflow-wrap:anywhere]">{eventWords(row.transitions)}</span>
          <span className="sr-only"> leads to </span>
          <span aria-hidden="true"> → </span>
          {stateWords(row.target, steps).title}
          {row.possible && <span className="sr-only">, possible now</span>}
        </span>
      </button>
    </div>
  )
}

/** The space before the next box, with the arrow that leads straight down. */
function Gap({ box, lanes }: Omit<StateBoxProps, 'idOf'>) {
  const passing = (box.rows.at(-1)?.passes ?? box.title)
    .filter(({ below }) => below)
    .map((pass) => ({ ...pass, above: true, joins: null }))
  const possible = box.leadsDown === 'possible'
  const stroke = possible ? 'var(--accent)' : 'var(--control)'
  return (
    <div className="flex h-4">
      <svg width="24" height="16" aria-hidden="true" className="overflow-visible">
        {box.leadsDown && (
          <>
            <path d="M16 0V11" stroke={stroke} strokeWidth={possible ? 2.25 : 1.25} />
            <path d="M12 9h8l-4 7Z" fill={stroke} />
          </>
        )}
      </svg>
      <span className="grow" />
      <Rails passes={passing} lanes={lanes} />
    </div>
  )
}
