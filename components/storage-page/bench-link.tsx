import { ButtonLink } from '@/components/ui/button'

/** The way to the token bench. This page has a policy of its own, so the link loads a new document. */
export function BenchLink() {
  return (
    <section aria-labelledby="bench" className="mt-12">
      <h2 id="bench" className="font-semibold text-xl">
        What a token is
      </h2>
      <p className="mt-1 max-w-3xl text-muted">
        Wherever it lives: take one in hand. Decoding, verifying and forging are three separate things, each done for
        real with a token that was issued just now, or with yours.
      </p>
      <p className="mt-4">
        <ButtonLink href="/tokens" document size="lg">
          Open the token bench
        </ButtonLink>
      </p>
    </section>
  )
}
