import { PARTY } from '@/components/ui/party'
import { PartyIcon } from '@/components/ui/party-icon'
import { SpecLink } from '@/components/ui/spec-link'
import { TextLink } from '@/components/ui/text-link'
import type { Party } from '@/lib/oauth/parties'
import { PARTY_NAMES } from '@/machines/kit/party-names'

const PARTS: { party: Party; text: string }[] = [
  { party: 'user', text: 'Owns the photos and decides who may see them.' },
  { party: 'browser', text: 'Carries messages between Alice and the servers. What it carries can be seen on the way.' },
  { party: 'client', text: 'The app that wants to show her photos, without ever learning her password.' },
  { party: 'authorization-server', text: 'Asks Alice who she is and what she allows, then issues tokens.' },
  { party: 'resource-server', text: 'Keeps the photos. Opens to whoever brings a valid token.' },
]

/** The parties everybody meets in every flow, before the first message. */
export function Cast() {
  return (
    <section aria-labelledby="cast" className="rounded-lg border border-line bg-surface p-6 md:p-8">
      <div className="flex flex-wrap items-baseline justify-between gap-3">
        <h2 id="cast" className="font-semibold text-xl">
          The cast
        </h2>
        <p className="text-muted">
          Four roles and a carrier: <SpecLink id="rfc6749-1.2" />.{' '}
          <TextLink href="/learn" className="font-medium">
            Meet them on the map
          </TextLink>
        </p>
      </div>
      <ul className="mt-6 grid gap-6 sm:grid-cols-2 lg:grid-cols-5">
        {PARTS.map(({ party, text }) => (
          <li key={party} className="flex gap-3 lg:flex-col">
            <PartyIcon party={party} size={36} />
            <div>
              <p className={`font-semibold ${PARTY[party].text}`}>{PARTY_NAMES[party].name}</p>
              <p className="text-sm text-subtle">{PARTY_NAMES[party].role}</p>
              <p className="mt-2 text-muted">{text}</p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
