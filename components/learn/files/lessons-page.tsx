'use client'

import { useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { DropZone } from '@/components/ui/drop-zone'
import { Page } from '@/components/ui/page'
import { TextLink } from '@/components/ui/text-link'
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
    <Page
      title="Lessons as files"
      lead={
        <>
          Write a lesson of your own: where to stop, what to ask, what to do. Look it over here, try it, and give it to
          a class. <TextLink href="/lessons/format">How to write one</TextLink>, and{' '}
          <TextLink href="/lessons/check">check completion codes</TextLink>.
        </>
      }
      width="text"
    >
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
    </Page>
  )
}

/** What reads and judges a file is loaded with the first one. */
async function readFile(file: File, labs: NamesOfLabs): Promise<ReadLesson> {
  const large = `The file is too large: a lesson has at most ${LESSON_LIMIT / 1024} KB.`
  if (file.size > LESSON_LIMIT) return { problems: [{ where: null, what: large }] }
  const { readLesson } = await import('@/lib/course/file/read-lesson')
  return readLesson(await file.text(), await lessonNames(labs))
}
