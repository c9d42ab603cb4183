import { SecretLegend } from '@/components/ui/secret-legend'
import { SiteBar } from '@/components/ui/site-bar'
import { SpecLink } from '@/components/ui/spec-link'
import { SECRET_KINDS, type SecretKind } from '@/lib/oauth/secrets'
import { CastTour } from './cast-tour'

const KINDS = Object.keys(SECRET_KINDS) as SecretKind[]

/** Where somebody begins who knows nothing of OAuth yet. */
export function CastPage({ next }: { next: { href: string; label: string } }) {
  return (
    <>
      <SiteBar />
      <main className="mx-auto max-w-4xl px-4 pt-10 pb-20 sm:px-6">
        <h1 className="font-semibold text-3xl tracking-tight">The cast</h1>
        <p className="mt-2 mb-6 text-lg text-muted">
          Four roles and a carrier, in a minute. They stay the same in every flow: <SpecLink id="rfc6749-1.2" />.
        </p>
        <CastTour next={next} />
        <section aria-labelledby="keys" className="mt-8">
          <h2 id="keys" className="mb-2 font-semibold text-base">
            The keys they hold
          </h2>
          <SecretLegend kinds={KINDS} />
        </section>
      </main>
    </>
  )
}
