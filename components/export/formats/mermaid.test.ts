import { Window } from 'happy-dom'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { namedSecrets } from '@/lib/export/named-secrets'
import { disguised } from '@/lib/export/run-file'
import { scanForSecrets } from '@/lib/export/scan'
import { recordFlow } from '@/lib/testing/recording'
import { CATALOGUE } from '@/machines/catalogue'
import { storyOf } from '../replay/recorded-state'
import { toMarkdown } from './markdown'
import { toMermaid } from './mermaid'

let mermaid: typeof import('mermaid').default

// Mermaid looks for a page once, as it is loaded; the parties of a lab must not find one.
beforeAll(async () => {
  const window = new Window()
  vi.stubGlobal('window', window)
  vi.stubGlobal('document', window.document)
  mermaid = (await import('mermaid')).default
  await mermaid.parse('sequenceDiagram\n  A->>B: c')
  vi.unstubAllGlobals()
})

const arrows = (text: string) => text.match(/^ {2}\w--?>>\w:|^ {2}\w--?x\w:/gm) ?? []

describe.each(CATALOGUE.map(({ slug }) => slug))('%s', (flow) => {
  test('Mermaid’s own parser reads the diagram; it has every step and no live value', async () => {
    const { entry, recording } = await recordFlow(flow)
    const story = storyOf(entry, disguised(recording))
    const text = toMermaid(story)
    expect(await mermaid.parse(text)).toMatchObject({ diagramType: 'sequence' })
    expect(arrows(text)).toHaveLength(story.steps.length)
    expect(scanForSecrets(text, namedSecrets(recording))).toEqual([])
  })

  test('the transcript has every step with its message, and no live value', async () => {
    const { entry, recording } = await recordFlow(flow)
    const story = storyOf(entry, disguised(recording))
    const text = toMarkdown(story)
    const numbers = Array.from(text.matchAll(/^### (\d+)\. /gm), ([, number]) => Number(number))
    expect(numbers).toEqual(story.steps.map(({ number }) => number))
    expect(text.match(/^`{3,}http$/gm)).toHaveLength(story.steps.length)
    expect(scanForSecrets(text, namedSecrets(recording))).toEqual([])
  })
})

test('front channel is dashed, back channel is not, and what is lost has a cross', async () => {
  const { entry, recording } = await recordFlow('authorization-code', {
    presses: 13,
    after: [{ type: 'learner.drop' }],
  })
  const text = toMermaid(storyOf(entry, recording))
  expect(text).toContain('B-->>C: GET /login')
  expect(text).toMatch(/ {2}C-xA: POST \/token/)
  expect(await mermaid.parse(text)).toMatchObject({ diagramType: 'sequence' })
})

test('words that Mermaid would take for its own do not break it', async () => {
  const { entry, recording } = await recordFlow('client-credentials')
  const story = storyOf(entry, recording)
  const [step] = story.steps
  if (!step) throw new Error('The run has no step.')
  const label = 'end; the #end of "loop": <end>'
  const text = toMermaid({ ...story, title: 'The end', steps: [{ ...step, label }] })
  expect(await mermaid.parse(text)).toMatchObject({ diagramType: 'sequence' })
  expect(text).not.toMatch(/\bend\b/)
})
