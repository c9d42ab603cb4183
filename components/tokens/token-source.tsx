'use client'

import { useId } from 'react'
import { Button } from '@/components/ui/button'
import { Segmented } from '@/components/ui/segmented'
import { SAMPLES, type Sample } from './bench-lab'
import type { Bench } from './use-bench'

/** Where the token comes from: pasted, or picked from a run that really happened. */
export function TokenSource({ bench }: { bench: Bench }) {
  const { lab, text, setText } = bench
  const id = useId()
  return (
    <section aria-labelledby="the-token" className="mt-8 rounded-lg border border-line bg-surface p-4 sm:p-5">
      <h2 id="the-token" className="font-semibold text-xl">
        The token
      </h2>
      <Pick bench={bench} />
      {lab && (
        <div className="mt-3 flex flex-wrap items-center gap-2">
          <p className="text-muted text-sm">{lab.title}:</p>
          <Segmented
            label="Which token"
            choices={lab.tokens.map(({ value, label }) => ({ value, label }))}
            value={text}
            onChange={setText}
          />
        </div>
      )}
      <label htmlFor={id} className="mt-4 block font-medium text-sm">
        Token, as pasted
      </label>
      <textarea
        id={id}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        rows={4}
        spellCheck={false}
        autoComplete="off"
        placeholder="eyJhbGciOi…"
        className="mt-1 block w-full resize-y rounded-md border border-control bg-canvas px-2.5 py-2 font-mono text-sm leading-6 [overflow-wrap:anywhere]"
      />
      <p className="mt-1.5 text-muted text-sm">
        What you paste stays in this page. Only buttons that say “send” or “ask” send it, to the lab on this server.
      </p>
    </section>
  )
}

function Pick({ bench: { runs, lab, busy, failure, pick, sample } }: { bench: Bench }) {
  return (
    <>
      <div className="mt-3 flex flex-wrap items-center gap-2">
        <p className="basis-full text-muted text-sm sm:basis-auto">Pick one that is issued now:</p>
        {(Object.keys(SAMPLES) as Sample[]).map((which) => (
          <Button key={which} disabled={busy} onClick={() => sample(which)}>
            {SAMPLES[which].title}
          </Button>
        ))}
        <p role="status" className="text-muted text-sm">
          {busy ? 'A lab is made, and its flow really runs …' : ''}
        </p>
      </div>
      {runs.length > 0 && (
        <div className="mt-2 flex flex-wrap items-center gap-2">
          <p className="basis-full text-muted text-sm sm:basis-auto">Or from a run of this tab:</p>
          {runs.map((run) => (
            <Button key={run.id} aria-pressed={run.id === lab?.id} onClick={() => pick(run)}>
              {run.title}
            </Button>
          ))}
        </div>
      )}
      {failure && (
        <p role="alert" className="mt-3 rounded-md border border-control p-2.5 text-sm">
          {failure}
        </p>
      )}
    </>
  )
}
