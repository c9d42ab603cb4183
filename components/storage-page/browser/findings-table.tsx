import { classes } from '@/components/ui/classes'
import { SpecLink } from '@/components/ui/spec-link'
import { STORAGE_CHOICES } from '@/lib/oauth/browser-storage'
import type { StorageFindings } from '@/lib/wire/storage-evidence'
import { Finding } from './finding'
import type { Running } from './use-probes'
import { COLUMNS } from './words'

interface FindingsTableProps {
  found: readonly StorageFindings[]
  running: Running | null
}

/** A row for every choice; its cells are filled when it has been probed, and are empty before. */
export function FindingsTable({ found, running }: FindingsTableProps) {
  return (
    <section
      aria-label="What the attacks obtained, table"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the screen has to be scrolled by keyboard, too
      tabIndex={0}
      className="mt-6 hidden overflow-x-auto md:block"
    >
      <table className="w-full min-w-4xl table-fixed border-collapse text-left">
        <thead>
          <tr className="border-control border-b">
            <th scope="col" className="w-48 py-2 pr-4 align-bottom font-semibold">
              Where the token is
            </th>
            {COLUMNS.map(({ title, cites }) => (
              <th key={title} scope="col" className="py-2 pr-4 align-bottom font-semibold">
                {title}
                <span className="block font-normal text-sm">
                  {cites.map((id) => (
                    <span key={id} className="block">
                      <SpecLink id={id} className="inline-flex min-h-6 items-center" />
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
                      <SpecLink key={id} id={id} className="mr-2 inline-flex min-h-6 items-center" />
                    ))}
                  </span>
                </th>
                {COLUMNS.map(({ title, cell }) => (
                  <td key={title} className="py-2.5 pr-4 align-top">
                    {findings ? <Finding {...cell(findings, choice)} /> : <Pending />}
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

function Pending() {
  return (
    <span className="text-subtle">
      <span aria-hidden="true">–</span>
      <span className="sr-only">not probed yet</span>
    </span>
  )
}
