// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { findPlan } from '@/lib/course/plans'
import { partyNames } from '@/machines/kit/party-names'
import { LeftOut } from './left-out'
import { OrderList } from './order-list'
import { useDeck } from './use-deck'

afterEach(cleanup)

const found = findPlan('client-credentials')
const task = found?.tasks.find((one) => one.kind === 'assemble')
if (!found || !task) throw new Error('There is nothing to assemble.')
const plan = found
const assemble = task

function Cards({ changed }: { changed(): void }) {
  const deck = useDeck(plan, assemble, changed)
  const names = partyNames('nightly-backup')
  return (
    <>
      <p role="status">{deck.news}</p>
      <OrderList deck={deck} names={names} lines={[]} />
      <LeftOut deck={deck} names={names} />
    </>
  )
}

const order = () =>
  within(screen.getByRole('list', { name: 'Your order' }))
    .getAllByRole('listitem')
    .map((item) => item.textContent?.replace(/^\d+/, ''))
const button = (name: RegExp) => screen.getByRole('button', { name })

test('the learner sees a card go up, its place spoken and the focus still on its button', () => {
  const changed = vi.fn()
  render(<Cards changed={changed} />)
  const [first, second] = order()
  const up = screen.getAllByRole('button', { name: /^Up: / })[1] ?? expect.fail()
  up.focus()
  fireEvent.click(up)
  expect(order().slice(0, 2)).toEqual([second, first])
  expect(document.activeElement).toBe(up)
  expect(screen.getByRole('status').textContent).toMatch(/: now 1 of 5\.$/)
  expect(changed).toHaveBeenCalledTimes(1)
  fireEvent.click(up)
  expect(order().slice(0, 2), 'the first goes no further up').toEqual([second, first])
  expect(up.getAttribute('aria-disabled')).toBe('true')
})

test('the learner sees a card left out, and back as the last', () => {
  render(<Cards changed={() => {}} />)
  const card = order().find((text) => text?.includes('GET /token'))
  fireEvent.click(button(/^Leave out: GET \/token/))
  expect(order()).toHaveLength(4)
  expect(screen.getByRole('status').textContent).toMatch(/^GET \/token, .*: left out\.$/)
  fireEvent.click(button(/^Put back: GET \/token/))
  expect(order().at(-1)).toBe(card)
})
