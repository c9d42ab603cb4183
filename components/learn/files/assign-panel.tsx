'use client'

import { useEffect, useId, useState } from 'react'
import { QrCode } from '@/components/present/slide/qr-code'
import { CopyField } from '@/components/ui/copy-field'
import { TextLink } from '@/components/ui/text-link'
import { lessonDigest } from '@/lib/course/file/digest'
import type { LessonPlan } from '@/lib/course/lesson-plan'
import { lessonPath, QR_LIMIT } from './address'

/** The link that a class is given, as text and as a QR code. The lesson travels in it; no server is sent anything. */
export function AssignPanel({ plan }: { plan: LessonPlan }) {
  const id = useId()
  const [label, setLabel] = useState('')
  const [link, setLink] = useState<string | null>('')
  useEffect(() => {
    let current = true
    lessonPath(plan, label.trim()).then((path) => {
      if (current) setLink(path && new URL(path, window.location.origin).href)
    })
    return () => {
      current = false
    }
  }, [plan, label])
  return (
    <section
      aria-labelledby={`${id}-title`}
      className="grid content-start gap-3 rounded-lg border border-line bg-surface px-4 py-3"
    >
      <h2 id={`${id}-title`} className="font-semibold text-lg">
        Assign it
      </h2>
      <div className="grid gap-1">
        <label htmlFor={`${id}-label`} className="font-medium">
          Class, if you like
        </label>
        <input
          id={`${id}-label`}
          value={label}
          maxLength={24}
          onChange={(event) => setLabel(event.currentTarget.value)}
          className="h-9 rounded-md border border-control bg-canvas px-3"
        />
      </div>
      {link === null ? (
        <p>
          This lesson is too large for a link. Save it as a file and give that to your class: they open it on this page.
        </p>
      ) : (
        <>
          <CopyField label="Assignment link" text={link} button="Copy link" />
          {link.length > QR_LIMIT && <p className="text-muted text-sm">The link is too long for a QR code.</p>}
          {link !== '' && link.length <= QR_LIMIT && (
            <QrCode
              text={link}
              dense
              label="QR code of the assignment link"
              className="aspect-square w-full max-w-104"
            />
          )}
        </>
      )}
      <p className="text-muted text-sm">
        Whoever opens it types a name, does the lesson and gets a completion code, in which{' '}
        <span className="font-mono">{lessonDigest(plan)}</span> stands for this lesson.{' '}
        <TextLink href="/lessons/check" document>
          Check codes
        </TextLink>
      </p>
    </section>
  )
}
