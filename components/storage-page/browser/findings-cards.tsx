import { SpecLink } from '@/components/ui/spec-link'
import { STORAGE_CHOICES, type StorageChoice } from '@/lib/oauth/browser-storage'
import type { StorageFindings } from '@/lib/wire/storage-evidence'
import { Finding } from './finding'
import { COLUMNS } from './words'

/** The table's contents for a narrow screen: a card for each place that has been probed. */
export function FindingsCards({ found }: { found: readonly StorageFindings[] }) {
  return (
    <ul aria-label="What the attacks obtained" className="mt-6 flex flex-col gap-4 md:hidden">
      {STORAGE_CHOICES.map((choice) => {
        const findings = found.find((one) => one.choice === choice.id)
        return findings && <Card key={choice.id} choice={choice} findings={findings} />
      })}
    </ul>
  )
}

function Card({ choice, findings }: { choice: StorageChoice; findings: StorageFindings }) {
  return (
    <li className="rounded-lg border border-line bg-surface p-4">
      <h3 className="font-semibold text-lg">{choice.name}</h3>
      <p className="text-muted">{choice.text}</p>
      <dl className="mt-2">
        {COLUMNS.map(({ title, cites, cell }) => (
          <div key={title} className="grid grid-cols-2 gap-3 border-line border-t py-2">
            <dt>
              {title}
              {cites.map((id) => (
                <span key={id} className="block text-sm">
                  <SpecLink id={id} className="inline-flex min-h-6 items-center" />
                </span>
              ))}
            </dt>
            <dd className="min-w-0">
              <Finding {...cell(findings, choice)} />
            </dd>
          </div>
        ))}
      </dl>
    </li>
  )
}
