'use client'

import { usePlayer, usePlayerActions, useViewer } from '@/components/player/player-context'
import { classes } from '@/components/ui/classes'
import { SecretGlyph } from '@/components/ui/secret-glyph'
import { SpecLink } from '@/components/ui/spec-link'
import type { ExposedSecret, ExposureCell } from '@/lib/wire/exposure'
import type { Holder } from '@/lib/wire/sighting'
import { CellMark } from './cell-mark'
import { HolderName } from './holder-name'
import { cellAt, provenBy, stepOf } from './ledger'
import { markWords, sinceWords } from './words'

interface SecretListProps {
  rows: readonly Holder[]
  columns: readonly ExposedSecret[]
  cells: readonly ExposureCell[]
}

/** The ledger in words, a section a secret. Beside the table only the marked one; where there is no room for it, all. */
export function SecretList({ rows, columns, cells }: SecretListProps) {
  const marked = useViewer((viewer) => viewer.marked)
  const hasMarked = columns.some(({ value }) => value === marked)
  return (
    <>
      {!hasMarked && (
        <p className="px-4 pt-3 text-subtle text-sm @max-[400px]:hidden">
          Choose a secret in the table’s head to read its way in words.
        </p>
      )}
      {columns.map((secret) => (
        <section
          key={secret.id}
          aria-label={`Who has had the ${secret.name}`}
          className={classes('mt-4', secret.value !== marked && '@min-[400px]:hidden')}
        >
          <h3 className="flex items-center gap-2 px-4 pb-1 font-semibold">
            <SecretGlyph kind={secret.kind} size={13} />
            <span className="first-letter:uppercase">{secret.name}</span>
            <Whose secret={secret} cells={cells} />
            {!secret.power && <span className="font-normal text-subtle text-sm">gives no power</span>}
          </h3>
          <ul className="border-line border-y">
            {rows.map((holder) => {
              const cell = cellAt(cells, holder, secret.id)
              return cell && <Line key={holder} cell={cell} />
            })}
          </ul>
        </section>
      ))}
    </>
  )
}

/** Several parties prove who they are with a secret: this one's. */
function Whose({ secret, cells }: { secret: ExposedSecret; cells: readonly ExposureCell[] }) {
  const { steps, parties } = usePlayer()
  const party = provenBy(secret, cells, steps)
  return party && <span className="font-normal text-muted text-sm">of the {parties[party].short}</span>
}

function Line({ cell: { holder, mark, sightings, breach } }: { cell: ExposureCell }) {
  const { steps, parties } = usePlayer()
  const { goTo } = usePlayerActions()
  const [first] = sightings
  const step = stepOf(first, steps)
  const since = sinceWords(first, step, parties)
  return (
    <li className={classes('flex gap-2.5 border-line border-b px-4 py-1.5 last:border-b-0', breach && 'bg-sunken')}>
      <span className="mt-1 grid size-4 shrink-0 place-items-center">
        <CellMark mark={mark} wrong={breach !== null} breach={holder === 'attacker'} />
      </span>
      <div className="min-w-0 grow text-sm">
        <p className="flex flex-wrap items-center gap-x-1.5 leading-6">
          <HolderName holder={holder} names={parties} />
          <span>{markWords(holder, mark)}</span>
        </p>
        {step === null ? (
          <p className="text-muted text-xs leading-6">{since}</p>
        ) : (
          <button
            type="button"
            onClick={() => goTo(step)}
            className="min-h-6 text-left text-muted text-xs underline decoration-control underline-offset-3 hover:text-accent"
          >
            {since}
          </button>
        )}
        {breach && (
          <p className="mt-0.5 leading-5">
            {breach.why}{' '}
            <span className="inline-flex flex-wrap gap-x-3 text-xs leading-6">
              {breach.cites.map((id) => (
                <SpecLink key={id} id={id} />
              ))}
            </span>
          </p>
        )}
      </div>
    </li>
  )
}
