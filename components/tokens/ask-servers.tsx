'use client'

import { useState } from 'react'
import { sentenceOf } from '@/components/player/run/run'
import { Button } from '@/components/ui/button'
import type { Presented } from '@/lib/lab/present'
import type { BenchLab } from './bench-lab'
import { ServerAnswer } from './server-answer'
import type { Verification } from './use-verify'

interface Answers {
  token: string
  photos: Presented
  usage: Presented
  introspection: Presented
}

interface AskServersProps {
  token: string
  lab: BenchLab | null
  verification: Verification
}

/** The lab's real servers are shown the token and say what they make of it. */
export function AskServers({ token, lab, verification: { ask } }: AskServersProps) {
  const [answers, setAnswers] = useState<Answers | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const shown = answers?.token === token ? answers : null

  async function askAll() {
    setFailure(null)
    try {
      const [photos, usage, introspection] = await Promise.all([
        ask(token, 'photos'),
        ask(token, 'usage'),
        ask(token, 'introspection'),
      ])
      setAnswers({ token, photos, usage, introspection })
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  return (
    <section aria-labelledby="ask" className="mt-6 border-line border-t pt-4">
      <h3 id="ask" className="font-semibold text-base">
        Ask the servers
      </h3>
      <p className="mt-1 max-w-2xl text-base text-muted">
        The Photos API is called with the token, and the auth server is asked about it, as the API would (RFC 7662).
        Both stand in a copy of the lab: its run stays as it is.
      </p>
      <Button className="mt-3" disabled={!lab} onClick={askAll}>
        Ask the lab’s servers
      </Button>
      {!lab && <p className="mt-1.5 text-muted text-sm">Pick a token of a lab above first.</p>}
      {failure && (
        <p role="alert" className="mt-3 rounded-md border border-control p-2.5 text-sm">
          {failure}
        </p>
      )}
      <div role="status" className="mt-3 grid items-start gap-3 lg:grid-cols-3">
        {shown && (
          <>
            <ServerAnswer title="GET /photos" presented={shown.photos} />
            <ServerAnswer title="GET /usage" presented={shown.usage} />
            <ServerAnswer title="POST /introspect" presented={shown.introspection} telling />
          </>
        )}
      </div>
    </section>
  )
}
