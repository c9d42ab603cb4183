'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button'
import { classes } from '@/components/ui/classes'
import { Icon } from '@/components/ui/icon'
import { STORAGE_CHOICES } from '@/lib/oauth/browser-storage'
import { FindingsCards } from './findings-cards'
import { FindingsTable } from './findings-table'
import { type Running, useProbes } from './use-probes'
import { Verdict } from './verdict'

/** Where a browser application keeps its token, each choice really used and really attacked. */
export function BrowserStorage({ crossSite }: { crossSite: boolean }) {
  const place = useRef<HTMLDivElement>(null)
  const { found, running, failure, runAll, retry } = useProbes(place)
  const done = found.length === STORAGE_CHOICES.length
  return (
    <section aria-labelledby="in-the-browser" className="mt-14">
      <h2 id="in-the-browser" className="font-semibold text-xl">
        In the browser: what a thief gets
      </h2>
      <p className="mt-1 max-w-3xl text-muted">
        An application in the browser has to keep its token somewhere, too. Here Photo Editor runs in your own browser,
        once for each place, with a token of Alice’s that the authorization server issued. Then two attacks are carried
        out on it: a comment brings the attacker’s script into the page, and a page of the attacker’s sends a form.
      </p>
      {!crossSite && <SameSite />}
      <div className="mt-4 flex flex-wrap items-center gap-4">
        <Button variant="primary" size="lg" disabled={running !== null} onClick={runAll}>
          {running ? 'Probing …' : found.length > 0 ? 'Run the probes again' : 'Run the probes'}
        </Button>
        <p className="min-w-0 text-muted">
          <span role="status">{running ? progress(running) : done ? `Probed ${found.length} places.` : ''}</span>
          {running && ` ${running.doing} …`}
        </p>
      </div>
      {failure && (
        <div
          role="alert"
          className="mt-4 flex flex-wrap items-center gap-3 rounded-lg border border-control bg-sunken p-4"
        >
          <Icon name="warning" size={18} className="shrink-0" />
          <p className="min-w-0 flex-1">
            {failure} <span className="text-muted">What was found is kept.</span>
          </p>
          <Button onClick={retry}>Retry</Button>
        </div>
      )}
      {found.length === 0 && !running && <WhatHappens />}
      <div
        ref={place}
        className={classes('mt-4 h-80 overflow-hidden rounded-lg border border-line', !running && 'hidden')}
      />
      {(found.length > 0 || running) && <FindingsTable found={found} running={running} />}
      <FindingsCards found={found} />
      {done && !running && <Verdict found={found} crossSite={crossSite} />}
    </section>
  )
}

function progress({ choice }: Running): string {
  const number = STORAGE_CHOICES.findIndex(({ id }) => id === choice)
  const name = STORAGE_CHOICES[number]?.name
  return name ? `${number + 1} of ${STORAGE_CHOICES.length}, ${name}:` : ''
}

function WhatHappens() {
  return (
    <div className="mt-6 max-w-3xl rounded-lg border border-line bg-surface p-4">
      <p>
        Nothing has been probed yet. It takes about half a minute: the application appears in a frame here, and a small
        second window opens and plays the attacker’s web site that Alice happens to visit. It closes by itself.
      </p>
      <p className="mt-2 text-muted">
        {STORAGE_CHOICES.length} places are tried: {STORAGE_CHOICES.map(({ name }) => name).join('; ')}. What counts is
        what reached the servers: a token is stolen when it opens Alice’s photos from the attacker’s own server, a form
        has written when its photo is in her drive.
      </p>
    </div>
  )
}

/** Where all parties share one origin there is no other site, and the page may not pretend there were. */
function SameSite() {
  return (
    <p className="mt-4 flex max-w-3xl items-start gap-2 rounded-lg border border-control bg-sunken p-4">
      <Icon name="warning" size={18} className="mt-0.5 shrink-0" />
      <span>
        Here all parties are served under one origin, so the attacker’s page is no other site: SameSite holds nothing
        back, and the last two columns show what a page of the <em>same</em> site can do. Served on ports of their own (
        <code className="font-mono text-sm">PARTIES=ports</code>), the attacker’s page is another site.
      </span>
    </p>
  )
}
