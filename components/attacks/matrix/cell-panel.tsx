'use client'

import { useEffect, useRef } from 'react'
import { classes } from '@/components/ui/classes'
import { Disclosure } from '@/components/ui/disclosure'
import { Icon } from '@/components/ui/icon'
import { IconButton } from '@/components/ui/icon-button'
import { TextLink } from '@/components/ui/text-link'
import type { AttackAbout } from '@/lib/attack-matrix/about'
import type { CaseResult, Cell } from '@/lib/attack-matrix/cell'
import { CaseSets } from '../case-sets'
import { PRESET_NAMES, queryOf, runLink, type Settings, valueText } from '../settings'
import { CELL_LOOK } from '../verdict'
import { layersSentence } from './layer-words'

interface CellPanelProps {
  cell: Cell
  about: AttackAbout
  /** The grant's title. */
  grant: string
  onClose(): void
}

/** What came of one cell, and how that is known: its controls, its layers of defence, its recorded run. */
export function CellPanel({ cell, about, grant, onClose }: CellPanelProps) {
  const heading = useFocusOnOpening()
  const { verdict, stoppedBy, evidence, preset, switches } = cell
  const { icon, word, look } = CELL_LOOK[verdict]
  const settings = { grant: cell.grant, preset, policy: {} } as const
  return (
    <aside
      aria-label="Cell"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
      className="fixed inset-y-0 right-0 z-30 flex w-[min(30rem,100vw)] flex-col border-control border-l bg-surface"
    >
      <header className="flex items-start gap-2 border-line border-b py-3 pr-2 pl-4">
        <div className="min-w-0 flex-1">
          <h2 ref={heading} tabIndex={-1} className="font-semibold text-lg outline-none">
            {about.title}
          </h2>
          <p className="text-muted text-sm">
            <span className="font-mono">{about.id}</span> · {grant} · {PRESET_NAMES[preset]}
          </p>
        </div>
        <IconButton label="Close the cell" icon="close" onClick={onClose} />
      </header>
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto px-4 py-4">
        <div>
          <p className={classes('flex items-center gap-2 font-semibold text-lg', look)}>
            <Icon name={icon} size={20} className="shrink-0" />
            <span className="first-letter:uppercase">
              {word}
              {stoppedBy && (
                <>
                  {' by '}
                  <span className="font-mono text-base">{stoppedBy}</span>
                </>
              )}
            </span>
          </p>
          <p className="mt-1">{evidence.sentence}</p>
        </div>
        <Control cell={cell} />
        {evidence.cases.map((one) => (
          <CaseDetails key={one.case} about={about} one={one} settings={{ ...settings, case: one.case }} />
        ))}
        {Object.keys(switches).length > 0 && (
          <section aria-label="Switches">
            <h3 className="font-semibold">Switches that matter, as these rules have them</h3>
            <ul className="mt-1 font-mono text-[12.5px] leading-6">
              {Object.entries(switches).map(([name, value]) => (
                <li key={name}>
                  {name}: {valueText(value)}
                </li>
              ))}
            </ul>
          </section>
        )}
        {evidence.cases.length > 0 && (
          <p>
            <TextLink
              href={`/attacks/${about.slug}?${queryOf({ ...settings, case: evidence.cases[0]?.case ?? '' })}`}
              alone
              className="font-medium"
            >
              With and without the defence, side by side
            </TextLink>
          </p>
        )}
      </div>
    </aside>
  )
}

/** The honest flow under the same settings: without it, that an attack fails says nothing. */
function Control({ cell: { evidence } }: { cell: Cell }) {
  const { works, refusedBy, messages } = evidence.honest
  return (
    <section aria-label="Control">
      <h3 className="font-semibold">Control: nobody attacks</h3>
      <p className="mt-0.5 text-muted">
        {works
          ? `Under the same settings the honest flow works, in ${messages} messages.`
          : `Under these settings the honest flow does not work either${refusedBy ? `: ${refusedBy} refuses it` : ''}.`}
      </p>
    </section>
  )
}

interface CaseDetailsProps {
  about: AttackAbout
  one: CaseResult
  settings: Settings
}

function CaseDetails({ about, one, settings }: CaseDetailsProps) {
  const { icon, word, look } = CELL_LOOK[one.verdict]
  const cases = about.grants.find(({ slug }) => slug === settings.grant)?.cases ?? []
  const { title = one.case, sets = {} } = cases.find(({ id }) => id === one.case) ?? {}
  return (
    <section aria-label={title} className="rounded-lg border border-line p-3">
      <h3 className="flex items-start gap-2 font-semibold">
        <Icon name={icon} size={16} className={classes('mt-0.5 shrink-0', look)} />
        <span>
          {title} <span className={classes('font-normal', look)}>({word})</span>
        </span>
      </h3>
      <CaseSets sets={sets} className="mt-1.5" />
      {one.layers.length > 0 && (
        <>
          <p className="mt-1.5 text-muted">What stood in the way, taken away one after the other:</p>
          <ol className="mt-1 list-decimal pl-6">
            {one.layers.map((layer) => (
              <li key={layersSentence(layer)}>{layersSentence(layer)}</li>
            ))}
          </ol>
          <p className="mt-1">
            {one.turned ? 'With all of that gone it succeeds: this is what stops it.' : 'Even so it does not succeed.'}
          </p>
        </>
      )}
      <p className="mt-2">
        <TextLink href={runLink(about.slug, settings, one.proofStep ?? one.stoppedAt)} alone className="font-medium">
          Open the run in the player
        </TextLink>
      </p>
      <Disclosure summary={`${one.trail.length} messages`} className="mt-1">
        <ol className="flex flex-col gap-0.5 font-mono text-xs">
          {one.trail.map((line) => (
            <li key={line} className={classes('break-words', line.startsWith(`${one.proof} `) && 'text-attacker-ink')}>
              {line}
            </li>
          ))}
        </ol>
      </Disclosure>
    </section>
  )
}

/** The panel takes the focus as it opens, and gives it back. */
function useFocusOnOpening() {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    const before = document.activeElement
    heading.current?.focus()
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus()
    }
  }, [])
  return heading
}
