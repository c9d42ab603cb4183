'use client'

import { useRef, useState } from 'react'
import { download } from '@/components/export/download'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Toast } from '@/components/ui/toast'
import type { Unreadable } from '@/lib/course/progress'
import { clearProgress, exportProgress, forgetAside, importProgress } from '../progress/progress-store'
import { useRemembered } from '../progress/use-progress'

const FILE = { name: 'grant-lab-progress.json', type: 'application/json' }

const SAID: Record<'added' | Unreadable, string> = {
  added: 'Added: what the file has is now here, too. Nothing was taken away.',
  newer: 'This file is from a newer version of Grant Lab. Nothing was changed.',
  foreign: 'This file holds no progress of Grant Lab, or it is damaged. Nothing was changed.',
}

/** What this browser remembers of the learner: to take along, to bring, to forget. */
export function ProgressSection() {
  const { progress, aside, forgetful } = useRemembered()
  const [said, setSaid] = useState('')
  const [undo, setUndo] = useState<(() => void) | null>(null)
  const picker = useRef<HTMLInputElement>(null)
  const empty = Object.keys(progress.lessons).length === 0

  const take = async (file: File | undefined) => {
    if (file) setSaid(SAID[importProgress(await file.text())])
  }
  const clear = () => {
    const bringBack = clearProgress()
    setSaid('')
    setUndo(() => bringBack)
  }
  const bringBack = () => {
    undo?.()
    setUndo(null)
  }
  return (
    <section aria-labelledby="progress" className="mt-12 border-line border-t pt-6">
      <h2 id="progress" className="font-semibold text-xl">
        Your progress
      </h2>
      <p className="mt-1 max-w-2xl text-muted">
        It stays in this browser: there is no account, and nothing is sent anywhere. Take it along as a file.
      </p>
      {forgetful && <p className="mt-2 max-w-2xl">This browser keeps nothing: save a file before you close the tab.</p>}
      <p className="mt-3 flex flex-wrap gap-2.5">
        <Button size="lg" disabled={empty} onClick={() => download({ ...FILE, content: exportProgress() })}>
          <Icon name="save" /> Save as a file
        </Button>
        <Button size="lg" onClick={() => picker.current?.click()}>
          <Icon name="plus" /> Add from a file
        </Button>
        <Button size="lg" variant="quiet" disabled={empty} onClick={clear}>
          <Icon name="trash" /> Clear
        </Button>
      </p>
      <input
        ref={picker}
        type="file"
        accept=".json,application/json"
        aria-label="Progress file"
        tabIndex={-1}
        className="sr-only"
        onChange={(event) => {
          void take(event.currentTarget.files?.[0])
          event.currentTarget.value = ''
        }}
      />
      <p role="status" className="mt-2 min-h-5 max-w-2xl">
        {said}
      </p>
      {aside !== null && <Aside text={aside} />}
      {undo && (
        <Toast text="Your progress is cleared." onClose={() => setUndo(null)}>
          <Button onClick={bringBack}>Undo</Button>
        </Toast>
      )}
    </section>
  )
}

/** What could not be read is kept until the learner lets it go. */
function Aside({ text }: { text: string }) {
  return (
    <div className="mt-2 max-w-2xl rounded-lg border border-control border-dashed px-4 py-3">
      <p>
        What this browser remembered before could not be read: it is damaged, or from a newer version. It is set aside.
      </p>
      <p className="mt-2 flex flex-wrap gap-2.5">
        <Button onClick={() => download({ ...FILE, name: 'grant-lab-progress-unread.json', content: text })}>
          Save it as a file
        </Button>
        <Button variant="quiet" onClick={forgetAside}>
          Forget it
        </Button>
      </p>
    </div>
  )
}
