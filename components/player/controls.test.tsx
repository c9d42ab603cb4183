// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { sampleView } from '@/components/testing/sample-view'
import { AliceScreen } from './alice-screen'
import { BranchTabs } from './branch-tabs'
import { PlayerBar } from './player-bar'
import { PlayerProvider } from './player-context'
import type { PlayerActions, PlayerView } from './player-view'

afterEach(cleanup)

function show(view: PlayerView, children: React.ReactNode) {
  const calls = vi.fn()
  const actions = new Proxy({} as PlayerActions, {
    get:
      (_, name) =>
      (...values: unknown[]) =>
        calls(name, ...values),
  })
  render(
    <PlayerProvider view={view} actions={actions}>
      {children}
    </PlayerProvider>,
  )
  return calls
}

const bar = <PlayerBar onInspect={() => {}} onSteps={null} />

test('the controls have the names that tests and assistive technology rely on', () => {
  const calls = show(sampleView({ head: 14, cursor: 7 }), bar)
  fireEvent.click(screen.getByRole('button', { name: /^Next/ }))
  fireEvent.click(screen.getByRole('button', { name: 'Back' }))
  fireEvent.click(screen.getByRole('button', { name: 'Jump to live' }))
  fireEvent.click(screen.getByRole('button', { name: 'Restart' }))
  expect(calls.mock.calls.map(([name]) => name)).toEqual(['next', 'back', 'jumpToLive', 'restart'])
  expect(screen.getByText('REPLAY 7/14')).toBeTruthy()
})

test('Next does nothing while a step is being executed, and keeps the focus', () => {
  const view = sampleView({ head: 14 })
  const calls = show({ ...view, next: { ...view.next, waitingFor: 'auth server' } }, bar)
  const next = screen.getByRole('button', { name: /^Next/ })
  next.focus()
  fireEvent.click(next)
  expect(calls).not.toHaveBeenCalled()
  expect(document.activeElement).toBe(next)
  expect(next.textContent).toContain('waiting for auth server')
})

test('at an earlier step the servers can be put back to it; at the end of another branch, to that', () => {
  const view = sampleView({ head: 14, cursor: 7 })
  const calls = show(view, bar)
  fireEvent.click(screen.getByRole('button', { name: 'Fork here' }))
  cleanup()
  const other = show({ ...sampleView({ head: 14 }), live: false, acting: 'go-live' }, bar)
  fireEvent.click(screen.getByRole('button', { name: 'Go live here' }))
  expect([...calls.mock.calls, ...other.mock.calls].map(([name]) => name)).toEqual(['goHere', 'goHere'])
})

test('where nobody can act, nothing is offered but the way back', () => {
  show({ ...sampleView({ head: 14, cursor: 7 }), acting: null }, bar)
  expect(screen.queryByRole('button', { name: 'Fork here' })).toBeNull()
  expect(screen.getByRole('button', { name: 'Jump to live' })).toBeTruthy()
})

test('branches stand in a list once there are two; the one looked at is marked', () => {
  const first = { id: 1, name: 'First run', step: null, live: true, shown: false }
  const other = { id: 2, name: '7b: no code_verifier', step: 7, live: false, shown: true }
  const calls = show({ ...sampleView({ head: 14 }), branches: [first, other] }, <BranchTabs />)
  expect(screen.getByRole('button', { name: /7b: no code_verifier/ }).getAttribute('aria-current')).toBe('true')
  expect(screen.getByRole('button', { name: /First run/ }).textContent).toContain('live')
  fireEvent.click(screen.getByRole('button', { name: /First run/ }))
  expect(calls).toHaveBeenCalledWith('showBranch', 1)
  cleanup()
  show({ ...sampleView({ head: 14 }), branches: [first] }, <BranchTabs />)
  expect(screen.queryByRole('navigation', { name: 'Branches' })).toBeNull()
})

test('live, there is nothing to jump to', () => {
  show(sampleView({ head: 14 }), bar)
  expect(screen.queryByRole('button', { name: 'Jump to live' })).toBeNull()
  expect(screen.getByText('LIVE')).toBeTruthy()
})

test('Alice’s form is sent with its fields, its choices as a list, and the button pressed', () => {
  const calls = show(sampleView({ head: 8 }), <AliceScreen />)
  fireEvent.click(screen.getByRole('checkbox', { name: 'Add photos' }))
  fireEvent.click(screen.getByRole('button', { name: 'Approve' }))
  expect(calls).toHaveBeenCalledWith('submit', 'consent', {
    scope: ['photos.read', 'photos.write'],
    decision: 'approve',
  })
})

test('no scope left is an empty list', () => {
  const calls = show(sampleView({ head: 8 }), <AliceScreen />)
  fireEvent.click(screen.getByRole('checkbox', { name: 'See your photos' }))
  fireEvent.click(screen.getByRole('button', { name: 'Deny' }))
  expect(calls).toHaveBeenCalledWith('submit', 'consent', { scope: [], decision: 'deny' })
})

test('a page that is not hers to act on is shown without its buttons', () => {
  show(sampleView({ head: 14, cursor: 8 }), <AliceScreen />)
  expect(screen.getByRole('region', { name: "Alice's screen" }).textContent).toContain('Photo Editor asks for access')
  expect(screen.queryByRole('button')).toBeNull()
})
