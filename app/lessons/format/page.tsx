import type { Metadata } from 'next'
import { FormatPage } from '@/components/learn/files/format-page'
import { lessonNames } from '@/components/learn/files/names'
import { exampleFiles } from '@/lib/server/lessons/examples'
import { namesOfLabs } from '@/lib/server/lessons/names'

export const metadata: Metadata = {
  title: 'How to write a lesson',
  description: 'The format of lesson files, in Markdown and JSON, with examples to save.',
}

export default async function Page() {
  return <FormatPage examples={exampleFiles()} names={await lessonNames(namesOfLabs())} />
}
