'use client'

import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { SpecLink } from '@/components/ui/spec-link'
import { FORGERIES } from '@/lib/token-bench/forge'
import { type ReadToken, readToken } from '@/lib/token-bench/read-token'
import type { BenchLab } from './bench-lab'
import { Comparison } from './comparison'
import { ServerAnswer } from './server-answer'
import type { ApiCall, Forging } from './use-forge'

interface ForgeProps {
  read: Extract<ReadToken, { kind: 'jwt' | 'opaque' }>
  lab: BenchLab | null
  forging: Forging
}

/** Changing a token without the key it was signed with, and trying what the API makes of it. */
export function Forge({ read, lab, forging }: ForgeProps) {
  if (read.kind === 'opaque') {
    return (
      <p className="max-w-2xl text-base">
        There is nothing in an opaque token to change: any other text is another guess, one in as many as there are such
        texts. Forging is for tokens that say something themselves.
      </p>
    )
  }
  const { made, making, failure, forge } = forging
  const mine = made?.of === read.token ? made : null
  const chosen = making ?? mine?.id
  const forgery = FORGERIES.find(({ id }) => id === mine?.id)
  const forged = mine && readToken(mine.token)
  return (
    <div>
      <p className="max-w-2xl text-base">
        A forger has the token and the server’s public key, which everybody can fetch, but not the key it was signed
        with. The forgery is a token of its own; the original stays as it is.
      </p>
      <fieldset className="mt-4">
        <legend className="font-semibold text-base">What to try</legend>
        <div className="mt-1.5 flex flex-wrap gap-2">
          {FORGERIES.map(({ id, label }) => (
            <Button
              key={id}
              aria-pressed={id === chosen}
              className={id === chosen ? 'border-ink! bg-sunken! font-semibold!' : ''}
              onClick={() => forge(read, id)}
            >
              {label}
            </Button>
          ))}
        </div>
      </fieldset>
      {failure && (
        <p role="alert" className="mt-3 rounded-md border border-control p-2.5 text-sm">
          {failure}
        </p>
      )}
      {forgery && forged?.kind === 'jwt' && (
        <>
          <p role="status" className="mt-4 max-w-2xl text-base">
            <strong className="font-semibold">The hope:</strong> {forgery.hope}{' '}
            {forgery.cites.map((id) => (
              <SpecLink key={id} id={id} className="mr-2 text-sm" />
            ))}
          </p>
          <Comparison original={read} forged={forged} />
          <Send lab={lab} forging={forging} />
        </>
      )}
    </div>
  )
}

const STRICTNESS = [
  { value: 'strict', label: 'Strict' },
  { value: 'lax', label: 'Lax' },
] as const

const CALLS = [
  { value: 'photos', label: 'GET /photos' },
  { value: 'usage', label: 'GET /usage' },
] as const

function Send({ lab, forging: { made, making, strict, setStrict, call, setCall, send } }: Omit<ForgeProps, 'read'>) {
  return (
    <section aria-labelledby="send" className="mt-6 border-line border-t pt-4">
      <h3 id="send" className="font-semibold text-base">
        Send it
      </h3>
      <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Segmented<ApiCall> label="Call" choices={CALLS} value={call} onChange={setCall} />
        <Segmented
          label="How the API validates JWTs"
          choices={STRICTNESS}
          value={strict ? 'strict' : 'lax'}
          onChange={(value) => setStrict(value === 'strict')}
        />
        <p className="basis-full text-muted text-sm">
          {strict
            ? 'Strict: type, algorithm, key, signature, claims and issuer are checked (the policy strictJwt).'
            : 'Lax: the API reads the claims and believes them. Expiry, audience and scope it still looks at.'}
        </p>
      </div>
      <Button variant="primary" size="lg" className="mt-3" disabled={!lab || making !== null} onClick={send}>
        Send it to the resource server
      </Button>
      {!lab && (
        <p className="mt-1.5 text-muted text-sm">Pick a token of a lab above first: its API is the one to fool.</p>
      )}
      <div role="status" className="mt-4 max-w-2xl">
        {made?.answer && <ServerAnswer title={made.answer.line} presented={made.answer} forged />}
      </div>
    </section>
  )
}
