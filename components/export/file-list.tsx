'use client'

import Link from 'next/link'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { TextLink } from '@/components/ui/text-link'
import type { Recording } from '@/lib/export/recording'
import type { LoadedGrant } from '@/machines/kit/entry'
import { FORMATS, type Offer, writeFile } from './formats'

interface FileListProps {
  entry: LoadedGrant
  recording: Recording
  onOffer(make: () => Offer): void
}

/** The files a run can become, one a line, and the handout. */
export function FileList({ entry, recording, onOffer }: FileListProps) {
  const [included, setIncluded] = useState(false)
  return (
    <section aria-labelledby="share-files">
      <h3 id="share-files" className="font-semibold">
        Files
      </h3>
      <p className="mt-0.5 text-muted text-sm">
        Names such as <span className="font-mono">code~1</span> stand in the place of this lab’s secrets. Have a run
        file? <TextLink href="/runs/import">Open a saved run</TextLink>.
      </p>
      <ul className="mt-2 divide-y divide-line rounded-md border border-line">
        {FORMATS.map((format) => {
          const holds = included && format.canHoldSecrets
          return (
            <Line key={format.id} label={format.label} about={format.about}>
              <Button
                aria-label={`Save ${format.label}${holds ? ' with secrets' : ''}`}
                onClick={() => onOffer(() => writeFile(format, entry, recording, included ? 'included' : 'replaced'))}
              >
                <Icon name={holds ? 'warning' : 'save'} size={14} />
                {holds ? 'With secrets' : 'Save'}
              </Button>
            </Line>
          )
        })}
        <Line label="Handout" about="The steps on paper or as PDF, one or four a page, with or without notes.">
          <Link
            href={`/flows/${entry.slug}/handout?${new URLSearchParams(recording.options)}`}
            className="inline-flex h-8 items-center rounded-md border border-control bg-surface px-2.5 font-medium text-sm hover:bg-sunken"
          >
            Open handout
          </Link>
        </Line>
      </ul>
      <label className="mt-3 flex items-start gap-2 text-sm">
        <input
          type="checkbox"
          checked={included}
          onChange={(event) => setIncluded(event.currentTarget.checked)}
          className="mt-0.5 size-4 accent-(--accent)"
        />
        <span>
          Put the lab’s secrets in: run file, HAR and transcript.{' '}
          <span className="text-muted">Whoever has such a file can use them for as long as the lab lives.</span>
        </span>
      </label>
    </section>
  )
}

function Line({ label, about, children }: { label: string; about: string; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-3 px-3 py-2">
      <span className="min-w-0 flex-1">
        <span className="block font-medium">{label}</span>
        <span className="block text-muted text-sm">{about}</span>
      </span>
      {children}
    </li>
  )
}
