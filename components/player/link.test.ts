import { describe, expect, test } from 'vitest'
import { THEMES } from '@/components/ui/theme'
import { EVERY_GRANT } from '@/machines/every-grant'
import { partyNames } from '@/machines/kit/party-names'
import { planOf } from '@/machines/kit/plan'
import { linkTo, readLink, type Spot } from './link'
import { TABS, VIEWS } from './viewer'

const read = (entry: (typeof EVERY_GRANT)[number], link: string) =>
  readLink(entry, Object.fromEntries(new URL(link, 'http://localhost').searchParams))

describe.each(EVERY_GRANT.map((entry) => ({ entry, slug: entry.slug })))('$slug', ({ entry }) => {
  test('every spot comes back as it was: option, step, tab, view, theme', () => {
    const plan = planOf({ machine: entry.machine, lesson: entry.lesson, names: partyNames(entry.client) })
    const steps = [null, ...plan.map(({ id }) => id)]
    const usual = Object.fromEntries(entry.options.map((option) => [option.name, option.default]))
    const choices = entry.options.flatMap(({ name, choices }) =>
      choices.map(({ value }) => ({ ...usual, [name]: value })),
    )
    for (const options of choices) {
      for (const step of steps) {
        const at = choices.indexOf(options) + steps.indexOf(step)
        for (const theme of [null, ...THEMES]) {
          const tab = TABS[at % TABS.length] ?? 'message'
          const view = VIEWS[at % VIEWS.length] ?? 'sequence'
          const spot: Spot = { options, step, tab, view, theme }
          expect(read(entry, linkTo(entry, spot))).toEqual({ ...spot, notice: null })
        }
      }
    }
  })
})

const [entry] = EVERY_GRANT
if (!entry) throw new Error('The catalogue is empty.')

test('links of the first version are read for good', () => {
  const spot = read(entry, '/flows/authorization-code?pkce=off&step=token-request&tab=checks&view=map&theme=dark&v=1')
  expect(spot).toMatchObject({ step: 'token-request', tab: 'checks', view: 'map', theme: 'dark', notice: null })
  expect(spot.options.pkce).toBe('off')
})

test('what nobody offers becomes what is usual, and is named', () => {
  const spot = read(entry, '/flows/authorization-code?pkce=maybe&tab=secrets&view=cube&theme=neon')
  expect(spot).toMatchObject({ tab: 'message', view: 'sequence', theme: null })
  expect(spot.options.pkce).toBe('required')
  expect(spot.notice).toBe(
    'The link names pkce “maybe”, tab “secrets”, view “cube”, and theme “neon”: not offered here. You see what is usual instead.',
  )
})

test('a plain address says nothing about tabs or themes', () => {
  expect(linkTo(entry, { options: {}, step: null, tab: 'message', view: 'sequence', theme: null })).toBe(
    '/flows/authorization-code?v=1',
  )
})
