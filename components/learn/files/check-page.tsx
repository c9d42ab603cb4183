'use client'

import { type FormEvent, useState } from 'react'
import { download } from '@/components/export/download'
import { Button } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { lessonDigest } from '@/lib/course/file/digest'
import { readAddress } from './address'
import { type CheckRow, checkRows } from './check-rows'
import { CheckTable } from './check-table'
import { askCheck } from './completion-api'
import { csvOf } from './csv'

const NONE = 'No completion code is in what you pasted. One begins with GL1 and a dot.'

/** Where an instructor pastes the codes of a class. */
export function CheckPage() {
  const [rows, setRows] = useState<CheckRow[]>([])
  const [problem, setProblem] = useState<string | null>(null)
  const check = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const link = String(form.get('link') ?? '').trim()
    try {
      const assigned = link === '' ? null : await digestIn(link)
      const found = checkRows(await askCheck(String(form.get('codes') ?? '')), assigned)
      setRows(found)
      setProblem(found.length === 0 ? NONE : null)
    } catch (error) {
      setRows([])
      setProblem(error instanceof Error ? error.message : 'The codes could not be checked. Try again.')
    }
  }
  const save = () => download({ name: 'completion-codes.csv', type: 'text/csv', content: csvOf(rows) })
  return (
    <Page
      title="Check completion codes"
      lead={
        <>
          Paste one code or a whole class list; what stands around the codes does not matter. This server signed them
          and can tell when one was changed. It keeps none, and no names.
        </>
      }
    >
      <form onSubmit={check} className="mt-6 grid max-w-3xl gap-3">
        <label htmlFor="codes" className="font-medium">
          Codes
        </label>
        <textarea
          id="codes"
          name="codes"
          rows={6}
          spellCheck={false}
          className="rounded-lg border border-control bg-surface p-3 font-mono text-sm"
        />
        <label htmlFor="link" className="font-medium">
          Assignment link, to tell other lessons apart
        </label>
        <input
          id="link"
          name="link"
          autoComplete="off"
          spellCheck={false}
          className="h-9 rounded-md border border-control bg-surface px-3 font-mono text-sm"
        />
        <div>
          <Button type="submit" variant="primary" size="lg">
            Check
          </Button>
        </div>
      </form>
      {problem && (
        <p role="alert" className="mt-4">
          {problem}
        </p>
      )}
      {rows.length > 0 && (
        <section aria-labelledby="found" className="mt-8">
          <div className="flex flex-wrap items-center justify-between gap-2">
            <div role="status">
              <h2 id="found" className="font-semibold text-xl">
                {summaryOf(rows)}
              </h2>
            </div>
            <Button onClick={save}>Save as CSV</Button>
          </div>
          <CheckTable rows={rows} />
          <p className="mt-4 max-w-prose text-muted text-sm">
            Looked up in the run here: the server found the answers in the messages of the learner’s own lab. Graded
            here: it read the task’s result off the lab’s record. When an answer was chosen, and by whom, only their
            browser knows.
          </p>
        </section>
      )}
    </Page>
  )
}

/** @throws Error with a sentence to show */
async function digestIn(link: string): Promise<string> {
  const { read } = await readAddress(link.slice(link.indexOf('#')), null)
  if ('plan' in read) return lessonDigest(read.plan)
  throw new Error('The assignment link is not whole, or is none. Paste it as it was copied, or leave the field empty.')
}

function summaryOf(rows: readonly CheckRow[]): string {
  const valid = rows.filter((row) => 'completion' in row).length
  const [again, other] = [rows.filter((row) => row.again).length, rows.filter((row) => row.other).length]
  const remarks = [
    ...(other ? [`${other} of another lesson`] : []),
    ...(again ? [`${again} handed in more than once`] : []),
  ]
  return [`${valid} of ${rows.length} valid`, ...remarks].join(', ')
}
