import { useState } from 'react'
import { numericDate } from '@/components/inspector/lab-time'
import { claimText, gloss, TIME_CLAIMS } from '@/components/inspector/value/claims'
import { classes } from '@/components/ui/classes'
import { TextButton } from '@/components/ui/text-link'
import { LongText } from './long-text'

/** So many members are shown without being asked. */
const MANY = 60

interface MembersProps {
  /** `Header`, `Claims`. */
  title: string
  members: Readonly<Record<string, unknown>>
  /** Names of members that a forger changed: marked, and said in words. */
  changed?: readonly string[]
  /** Milliseconds; null where no clock is at hand. */
  now: number | null
}

/** The members of a JWT's header or payload, in plain words. Says nothing about whether they are true. */
export function Members({ title, members, changed = [], now }: MembersProps) {
  const [whole, setWhole] = useState(false)
  const entries = Object.entries(members)
  const shown = whole ? entries : entries.slice(0, MANY)
  const removed = changed.filter((name) => !Object.hasOwn(members, name))
  return (
    <section aria-label={title} className="min-w-0">
      <h3 className="font-semibold text-sm">{title}</h3>
      <dl className="mt-1">
        {shown.map(([name, value]) => (
          <div
            key={name}
            className={classes(
              'border-l-3 py-1 pl-2',
              changed.includes(name) ? 'border-accent bg-sunken' : 'border-transparent',
            )}
          >
            <dt className="text-subtle text-xs">
              <span className="font-mono text-muted">{name}</span>
              {gloss(name) && ` · ${gloss(name)}`}
              {changed.includes(name) && <strong className="font-semibold text-ink"> · changed</strong>}
            </dt>
            <dd className="font-mono text-sm [overflow-wrap:anywhere]">
              <LongText text={claimText(value)} most={500} />
              {TIME_CLAIMS.includes(name) && typeof value === 'number' && (
                <span className="font-sans text-muted"> = {numericDate(value, now)}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {shown.length < entries.length && (
        <TextButton onClick={() => setWhole(true)}>Show all {entries.length} members</TextButton>
      )}
      {removed.length > 0 && (
        <p className="border-accent border-l-3 bg-sunken py-1 pl-2 text-sm">
          <span className="font-mono">{removed.join(', ')}</span> <strong className="font-semibold">taken out</strong>
        </p>
      )}
    </section>
  )
}
