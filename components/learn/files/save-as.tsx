'use client'

import { download } from '@/components/export/download'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { writeLessonJson } from '@/lib/course/file/write-json'
import { writeLessonMarkdown } from '@/lib/course/file/write-markdown'
import type { LessonPlan } from '@/lib/course/lesson-plan'

/** The lesson as a file to edit, in either spelling. */
export function SaveAs({ plan }: { plan: LessonPlan }) {
  const markdown = () =>
    download({ name: `${plan.id}.lesson.md`, type: 'text/markdown', content: writeLessonMarkdown(plan) })
  const json = () =>
    download({ name: `${plan.id}.lesson.json`, type: 'application/json', content: writeLessonJson(plan) })
  return (
    <>
      <Button onClick={markdown}>
        <Icon name="save" size={14} /> Edit a copy (Markdown)
      </Button>
      <Button onClick={json}>
        <Icon name="save" size={14} /> JSON
      </Button>
    </>
  )
}
