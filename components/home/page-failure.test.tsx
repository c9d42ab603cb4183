// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { PageFailure } from './page-failure'

vi.mock('next/navigation', () => ({ usePathname: () => '/flows' }))
afterEach(cleanup)

test('a page that failed says so, and Retry tries once more', () => {
  const retry = vi.fn()
  render(<PageFailure retry={retry} />)
  expect(screen.getByRole('alert').textContent).toContain('Your runs are kept')
  fireEvent.click(screen.getByRole('button', { name: 'Retry' }))
  expect(retry).toHaveBeenCalledOnce()
})

test('what failed can be said more exactly', () => {
  render(<PageFailure title="This task cannot be opened" sentence="There is no attack tea." retry={() => {}} />)
  expect(screen.getByRole('heading', { level: 1, name: 'This task cannot be opened' })).toBeTruthy()
  expect(screen.getByRole('alert').textContent).toContain('There is no attack tea.')
})
