import { classes } from '@/components/ui/classes'
import { Icon, type IconName } from '@/components/ui/icon'
import { SpecLink } from '@/components/ui/spec-link'
import { STORAGE_CHOICES } from '@/lib/oauth/browser-storage'
import type { StorageFindings } from '@/lib/wire/storage-evidence'
import type { Running } from './use-probes'
import { type Cell, COLUMNS, type Tone } from './words'

const LOOK: Readonly<Record<Tone, { icon: IconName | null; look: string }>> = {
  breach: { icon: 'mask', look: 'text-attacker-ink' },
  risky: { icon: 'warning', look: 'text-ink' },
  held: { icon: 'shield', look: 'text-ink' },
  plain: { icon: null, look: 'text-ink' },
}

interface FindingsTableProps {
  found: readonly StorageFindings[]
  running: Running | null
}

/** A row for every choice; its cells are filled when it has been probed, and are empty before. */
export function FindingsTable({ found, running }: FindingsTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen has to be scrolled by keyboard, too
    <section aria-label="What the attacks obtained, table" tabIndex={0} className="mt-6 overflow-x-auto">
      <table className="w-full min-w-5xl table-fixed border-collapse text-left">
        <thead>
          <tr className="border-control border-b">
            <th scope="col" className="w-56 py-2 pr-4 align-bottom font-semibold">
              Where the token is
            </th>
            {COLUMNS.map(({ title, cites }) => (
              <th key={title} scope="col" className="py-2 pr-4 align-bottom font-semibold">
                {title}
                <span className="block font-normal text-sm">
                  {cites.map((id) => (
                    <span key={id} className="block">
                      <SpecLink id={id} />
                    </span>
                  ))}
                </span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {STORAGE_CHOICES.map((choice) => {
            const findings = found.find((one) => one.choice === choice.id)
            const now = running?.choice === choice.id
            return (
              <tr key={choice.id} aria-busy={now} className={classes('border-line border-b', now && 'bg-sunken')}>
                <th scope="row" className="py-2.5 pr-4 align-top font-medium">
                  {choice.name}
                  <span className="block font-normal text-muted text-sm">{choice.text}</span>
                  <span className="block font-normal text-sm">
                    {choice.cites.map((id) => (
                      <SpecLink key={id} id={id} className="mr-2" />
                    ))}
                  </span>
                </th>
                {COLUMNS.map(({ title, cell }) => (
                  <td key={title} className="py-2.5 pr-4 align-top">
                    {findings ? <Found {...cell(findings, choice)} /> : <Pending />}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

function Found({ tone, word, detail }: Cell) {
  const { icon, look } = LOOK[tone]
  return (
    <>
      <span className={classes('flex items-center gap-1.5 font-semibold', look)}>
        {icon && <Icon name={icon} size={16} className="shrink-0" />}
        {word}
      </span>
      <span className="block break-words text-muted text-sm">{detail}</span>
    </>
  )
}

function Pending() {
  return (
    <span className="text-subtle">
      <span aria-hidden="true">–</span>
      <span className="sr-only">not probed yet</span>
    </span>
  )
}
