// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { sampleView } from '@/components/testing/sample-view'
import { AliceScreen } from './alice-screen'
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
