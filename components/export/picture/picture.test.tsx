import { Window } from 'happy-dom'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { namedSecrets } from '@/lib/export/named-secrets'
import { disguised } from '@/lib/export/run-file'
import { scanForSecrets } from '@/lib/export/scan'
import { recordFlow } from '@/lib/testing/recording'
import { CATALOGUE } from '@/machines/catalogue'
import { storyOf } from '../replay/recorded-state'
import { MapPicture } from './map-picture'
import { SequencePicture } from './sequence-picture'
import { standalone } from './standalone'

const parsed = (svg: string) => new new Window().DOMParser().parseFromString(svg, 'application/xml')

describe.each(CATALOGUE.map(({ slug }) => slug))('%s', (flow) => {
  test('the picture is XML with a line for every step, names for every party, and no live value', async () => {
    const { entry, recording } = await recordFlow(flow)
    const story = storyOf(entry, disguised(recording))
    const all = story.steps.length
    const svg = standalone(
      renderToStaticMarkup(<SequencePicture story={story} cursor={all + 1} head={all + 1} />),
      () => '#123456',
    )
    const document = parsed(svg)
    expect(document.querySelector('parsererror')).toBeNull()
    const edges = [...document.querySelectorAll('[data-step]')]
    expect(edges.map((edge) => edge.getAttribute('data-step'))).toEqual(story.steps.map(({ number }) => String(number)))
    const channels = edges.map((edge) => edge.querySelector('[data-channel]')?.getAttribute('data-channel'))
    expect(channels).toEqual(story.steps.map(({ channel }) => channel))
    expect(document.querySelectorAll('[data-act]')).toHaveLength(story.steps.filter(({ human }) => human).length)
    expect(document.querySelectorAll('[data-party]').length).toBeGreaterThanOrEqual(story.lanes.length)
    for (const party of story.lanes) expect(svg).toContain(story.parties[party].name)
    expect(document.querySelector('title')?.textContent).toBe(story.title)
    expect(document.querySelector('desc')?.textContent).toContain(`${all} steps`)
    expect(svg).not.toMatch(/var\(|class="(?!glide)|NaN|undefined/)
    expect(scanForSecrets(svg, namedSecrets(recording))).toEqual([])
  })

  test('the map has a link for every pair of parties that talked', async () => {
    const { entry, recording } = await recordFlow(flow)
    const story = storyOf(entry, disguised(recording))
    const all = story.steps.length
    const svg = standalone(renderToStaticMarkup(<MapPicture story={story} cursor={all} head={all} />), () => '#123456')
    const document = parsed(svg)
    expect(document.querySelector('parsererror')).toBeNull()
    const order = story.lanes
    const pairs = story.steps.map(({ channel, from, to }) =>
      [channel, ...[from, to].sort((one, other) => order.indexOf(one) - order.indexOf(other))].join(' '),
    )
    const messages = [...document.querySelectorAll('[data-link]')].filter(
      (link) => link.getAttribute('data-link') !== 'human',
    )
    expect(messages).toHaveLength(new Set(pairs).size)
    expect(svg).not.toMatch(/var\(|NaN|undefined/)
  })
})
