import { Page } from '@/components/ui/page'
import { TokenBench } from './token-bench'

/** The token bench: decoding, verifying and forging, kept apart. */
export function TokensPage() {
  return (
    <Page
      title="Token bench"
      lead={
        <>
          Decoding, verifying and forging a token are three different things. Reading one proves nothing; believing one
          takes a key and somebody it was made for; changing one is easy, and is what verifying is there to notice.
        </>
      }
    >
      <TokenBench />
    </Page>
  )
}
