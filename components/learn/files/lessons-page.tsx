'use client'

import Link from 'next/link'
import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DropZone } from '@/components/ui/drop-zone'
import { SiteBar } from '@/components/ui/site-bar'
import { LESSON_LIMIT } from '@/lib/course/file/limits'
import type { ReadLesson } from '@/lib/course/file/problem'
import { findPlan, PLANS } from '@/lib/course/plans'
import { LessonPreview } from './lesson-preview'
import { lessonNames, type NamesOfLabs } from './names'
import { ProblemList } from './problem-list'

interface Opened {
  /** The file's name, or the built-in lesson's title. */
  name: string
  read: ReadLesson
}

const LINK = 'underline decoration-control underline-offset-3 hover:text-accent'

/** Takes a lesson as a file, or a built-in one, and shows what it contains. A file never leaves the browser. */
export function LessonsPage({ labs }: { labs: NamesOfLabs }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const choice = useRef<HTMLSelectElement>(null)
  const take = async (file: File) => setOpened({ name: file.name, read: await readFile(file, labs) })
  const look = () => {
    const plan = findPlan(choice.current?.value ?? '')
    if (plan) setOpened({ name: plan.title, read: { plan } })
  }
  return (
    <>
      <SiteBar />
      <main className="mx-auto max-w-4xl px-4 py-10 sm:px-6">
        <h1 className="font-semibold text-3xl tracking-tight">Lessons as files</h1>
        <p className="mt-2 max-w-prose text-lg text-muted">
          Write a lesson of your own: where to stop, what to ask, what to do. Look it over here, try it, and give it to
          a class.{' '}
          <Link href="/lessons/format" className={LINK}>
            How to write one
          </Link>
          , and{' '}
          <Link href="/lessons/check" className={LINK}>
            check completion codes
          </Link>
          .
        </p>
        <DropZone
          title="Drop a lesson here, or choose one"
          label="Lesson file"
          accept=".md,.json,text/markdown,application/json"
          onFile={take}
        >
          Markdown or JSON, at most {LESSON_LIMIT / 1024} KB. It stays in your browser.
        </DropZone>
        <div className="mt-4 flex flex-wrap items-center gap-2">
          <label htmlFor="built-in">Or start from a built-in one:</label>
          <select
            id="built-in"
            ref={choice}
            className="h-8 max-w-full rounded-md border border-control bg-surface px-2 text-sm"
          >
            {PLANS.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </select>
          <Button onClick={look}>Look inside</Button>
        </div>
        {opened && 'problems' in opened.read && (
          <ProblemList title={`${opened.name} cannot be used yet`} problems={opened.read.problems} />
        )}
        {opened && 'plan' in opened.read && (
          <LessonPreview key={JSON.stringify(opened.read.plan)} plan={opened.read.plan} />
        )}
      </main>
    </>
  )
}

/** What reads and judges a file is loaded with the first one. */
async function readFile(file: File, labs: NamesOfLabs): Promise<ReadLesson> {
  const large = `The file is too large: a lesson has at most ${LESSON_LIMIT / 1024} KB.`
  if (file.size > LESSON_LIMIT) return { problems: [{ where: null, what: large }] }
  const { readLesson } = await import('@/lib/course/file/read-lesson')
  return readLesson(await file.text(), await lessonNames(labs))
}
