import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/text-link'
import type { AttackAbout } from '@/lib/attack-matrix/about'
import { PRESET_NAMES, runLink, type Settings, valuesOf, valueText } from '../settings'
import { RUN_LOOK } from '../verdict'
import type { Recorded } from './recorded'
import { StepRow } from './step-row'

interface RunColumnProps {
  about: AttackAbout
  title: string
  settings: Settings
  /** Null while it is being run. */
  run: Recorded | null
  /** Where it first differs from the other column, and how it has it there. */
  difference: { step: number | null; has: string } | null
  /** Switches set otherwise than in the other column. */
  changed: readonly string[]
}

/** One of two runs side by side: its settings, what came of it, and its messages. */
export function RunColumn({ about, title, settings, run, difference, changed }: RunColumnProps) {
  const values = Object.entries(valuesOf(about, settings))
  return (
    <section aria-label={title} aria-busy={run === null} className="min-w-0">
      <h3 className="font-semibold text-lg max-md:sr-only">{title}</h3>
      <ul aria-label="Settings" className="mt-1.5 flex flex-wrap gap-1.5 text-sm">
        <li className="rounded-md border border-line px-1.5">{PRESET_NAMES[settings.preset]}</li>
        {values.map(([name, value]) => (
          <li
            key={name}
            className={classes(
              'rounded-md border px-1.5 font-mono text-[12.5px]',
              changed.includes(name) ? 'border-control bg-mark text-ink' : 'border-line',
            )}
          >
            {name}: {valueText(value)}
          </li>
        ))}
      </ul>
      {run ? <Found about={about} settings={settings} run={run} difference={difference} /> : <Running />}
    </section>
  )
}

function Running() {
  return (
    <p className="mt-3 min-h-96 rounded-lg border border-line border-dashed px-4 py-3 text-muted">
      Being run in a fresh lab …
    </p>
  )
}

type FoundProps = Pick<RunColumnProps, 'about' | 'settings' | 'difference'> & { run: Recorded }

function Found({ about, settings, run, difference }: FoundProps) {
  const { verdict, steps, names, honest } = run
  const { icon, look } = RUN_LOOK[verdict.kind]
  const href = (step: string | null) => runLink(about.slug, settings, step)
  return (
    <>
      <div
        className={classes(
          'mt-3 rounded-lg border px-4 py-3 md:min-h-36',
          verdict.kind === 'breach' ? 'border-attacker-line bg-attacker-tint' : 'border-control bg-surface',
        )}
      >
        <p className={classes('flex items-center gap-2 font-semibold text-lg', look)}>
          <Icon name={icon} size={20} className="shrink-0" />
          {verdict.title}
        </p>
        <p className={classes('mt-0.5', look)}>{verdict.text}</p>
        <p className="mt-1.5 text-muted text-sm">
          {honest.works
            ? 'Control: under the same settings the honest flow works.'
            : `Under these settings the honest flow does not work either${honest.refusedBy ? `: ${honest.refusedBy} refuses it` : ''}.`}
        </p>
        <TextLink href={href(null)} prefetch={false} alone className="mt-2 font-medium">
          Step through this run
        </TextLink>
      </div>
      {difference && difference.step === null && (
        <p className="mt-2 w-fit rounded-sm bg-mark px-1.5 text-ink text-xs">First difference: {difference.has}</p>
      )}
      <ol aria-label="Messages" className="mt-3 flex flex-col gap-0.5">
        {steps.map((step) => (
          <StepRow
            key={step.number}
            step={step}
            names={names}
            href={href(step.id)}
            differs={difference?.step === step.number ? difference.has : null}
            decides={verdict.step === step.number && verdict.kind !== 'empty' ? verdict.kind : null}
          />
        ))}
      </ol>
    </>
  )
}
