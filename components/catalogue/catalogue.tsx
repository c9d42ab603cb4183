import { Page } from '@/components/ui/page'
import { SecretLegend } from '@/components/ui/secret-legend'
import { TextLink } from '@/components/ui/text-link'
import { SECRET_KINDS, type SecretKind } from '@/lib/oauth/secrets'
import { GRANT_GROUPS, type GrantGroup, type LoadedGrant } from '@/machines/kit/entry'
import { FlowCard } from './flow-card'

const GROUPS = Object.keys(GRANT_GROUPS) as GrantGroup[]

const ABOUT: Record<GrantGroup, string> = {
  start: 'A user, an app, a browser in between: what nearly everybody needs.',
  'without-user': 'A program acts for itself, or for somebody who has agreed long ago.',
  devices: 'Where nobody can type a password.',
  'on-top': 'Built on the flows above: who the user is, and tokens traded for others.',
  legacy: 'Still out there. Run them to see why they were given up.',
}

/** Every flow that can be stepped, by what it is for. */
export function Catalogue({ entries }: { entries: readonly LoadedGrant[] }) {
  const groups = GROUPS.map((group) => ({
    group,
    members: entries.filter((entry) => (entry.group ?? 'start') === group),
  })).filter(({ members }) => members.length > 0)
  return (
    <Page
      title="Flows"
      lead={
        <>
          Each runs in a lab of your own, against real servers.{' '}
          <TextLink href="/attacks">See which attacks on them succeed</TextLink>.
        </>
      }
    >
      {groups.map(({ group, members }) => (
        <section key={group} aria-labelledby={`group-${group}`} className="mt-9">
          <div className="flex flex-wrap items-baseline gap-x-3">
            <h2 id={`group-${group}`} className="font-semibold text-xl">
              {GRANT_GROUPS[group]}
            </h2>
            <p className="text-muted">{ABOUT[group]}</p>
          </div>
          <ul className="mt-4 grid gap-5 md:grid-cols-2 xl:grid-cols-3">
            {members.map((entry) => (
              <FlowCard key={entry.slug} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      <Glyphs kinds={kindsIn(entries)} />
    </Page>
  )
}

function kindsIn(entries: readonly LoadedGrant[]): SecretKind[] {
  const held = new Set(entries.flatMap(({ holds = {} }) => Object.values(holds).flat()))
  return (Object.keys(SECRET_KINDS) as SecretKind[]).filter((kind) => held.has(kind))
}

/** What the shapes on the cards stand for. */
function Glyphs({ kinds }: { kinds: readonly SecretKind[] }) {
  if (kinds.length === 0) return null
  return (
    <section aria-labelledby="glyphs" className="mt-10 border-line border-t pt-5">
      <h2 id="glyphs" className="mb-2 font-semibold text-base">
        Who has had what in hands
      </h2>
      <SecretLegend kinds={kinds} />
    </section>
  )
}
