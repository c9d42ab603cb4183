import { Page } from '@/components/ui/page'
import { SecretLegend } from '@/components/ui/secret-legend'
import { SpecLink } from '@/components/ui/spec-link'
import { SECRET_KINDS, type SecretKind } from '@/lib/oauth/secrets'
import { CastTour } from './cast-tour'

const KINDS = Object.keys(SECRET_KINDS) as SecretKind[]

/** Where somebody begins who knows nothing of OAuth yet. */
export function CastPage({ next }: { next: { href: string; label: string } }) {
  return (
    <Page
      title="The cast"
      lead={
        <>
          Four roles and a carrier, in a minute. They stay the same in every flow: <SpecLink id="rfc6749-1.2" />.
        </>
      }
      width="text"
    >
      <CastTour next={next} />
      <section aria-labelledby="keys" className="mt-8">
        <h2 id="keys" className="mb-2 font-semibold text-base">
          The keys they hold
        </h2>
        <SecretLegend kinds={KINDS} />
      </section>
    </Page>
  )
}
