import Link from 'next/link'
import { SpecLink } from '@/components/ui/spec-link'
import { TextLink } from '@/components/ui/text-link'
import type { LoadedGrant } from '@/machines/kit/entry'
import { partyNames } from '@/machines/kit/party-names'
import { planOf } from '@/machines/kit/plan'
import { Holdings } from './holdings'
import { Miniature } from './miniature'
import { StatusBadge } from './status-badge'

/** One grant: its diagram in miniature, what it is for, what best practice says of it, who holds what. */
export function FlowCard({ entry }: { entry: LoadedGrant }) {
  const { slug, title, summary, lesson, machine, client, rfc, statusCite, holds } = entry
  const names = partyNames(client)
  const steps = planOf({ machine, lesson, names })
  return (
    <li className="group relative flex flex-col overflow-hidden rounded-lg border border-line bg-surface focus-within:border-control hover:border-control">
      <div className="border-line border-b bg-canvas px-3 pt-3 pb-2">
        <Miniature steps={steps} />
      </div>
      <div className="flex grow flex-col px-5 pt-4 pb-4">
        <h3 className="font-semibold text-xl">
          <Link
            href={`/flows/${slug}`}
            className="before:absolute before:inset-0 before:rounded-lg group-hover:text-accent"
          >
            {title}
          </Link>
        </h3>
        <p className="mt-1.5 mb-3 text-muted leading-6">{summary}</p>
        <div className="relative mt-auto grid justify-items-start gap-2.5">
          <StatusBadge {...entry} />
          {holds && <Holdings holds={holds} names={names} />}
          <p className="text-sm text-subtle leading-6">
            {names.client.name} · {steps.length} steps
            {statusCite && statusCite !== rfc && (
              <>
                {' · '}
                <SpecLink id={rfc} className="leading-6" />
              </>
            )}
            {' · '}
            <TextLink
              href={`/compare?flows=${slug}`}
              aria-label={`Compare ${title} with another flow`}
              className="text-muted leading-6"
            >
              Compare
            </TextLink>
            {' · '}
            <TextLink
              href={`/present/${slug}`}
              prefetch={false}
              aria-label={`Present ${title}`}
              className="text-muted leading-6"
            >
              Present
            </TextLink>
          </p>
        </div>
      </div>
    </li>
  )
}
