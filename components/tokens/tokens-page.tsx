import { SiteBar } from '@/components/ui/site-bar'
import { TokenBench } from './token-bench'

/** The token bench: decoding, verifying and forging, kept apart. */
export function TokensPage() {
  return (
    <>
      <SiteBar />
      <main className="mx-auto max-w-6xl px-4 py-10 sm:px-6">
        <h1 className="font-semibold text-3xl tracking-tight">Token bench</h1>
        <p className="mt-2 max-w-3xl text-lg text-muted">
          Decoding, verifying and forging a token are three different things. Reading one proves nothing; believing one
          takes a key and somebody it was made for; changing one is easy, and is what verifying is there to notice.
        </p>
        <TokenBench />
      </main>
    </>
  )
}
