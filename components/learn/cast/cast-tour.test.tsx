// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/react'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { CastTour } from './cast-tour'
import { SCENES } from './scenes'

beforeEach(() => void render(<CastTour next={{ href: '/flows/authorization-code', label: 'Run your first flow' }} />))
afterEach(cleanup)

const spokenOf = () =>
  within(screen.getByRole('list', { name: 'The cast' }))
    .getAllByRole('button')
    .filter((party) => party.getAttribute('aria-current') === 'true')
    .map((party) => party.textContent)

test('one at a time, by button, to a first flow', () => {
  expect(spokenOf()).toEqual(['UAliceResource owner'])
  for (const _ of SCENES.slice(1)) fireEvent.click(screen.getByRole('button', { name: 'Next' }))
  expect(screen.getByText('6 of 6')).toBeDefined()
  expect(screen.queryByRole('button', { name: 'Next' })).toBeNull()
  expect(screen.getByRole('link', { name: 'Run your first flow' }).getAttribute('href')).toBe(
    '/flows/authorization-code',
  )
})

test('by arrow key, and never beyond the ends', () => {
  fireEvent.keyDown(window, { key: 'ArrowLeft' })
  expect(screen.getByText('1 of 6')).toBeDefined()
  fireEvent.keyDown(window, { key: 'ArrowRight' })
  expect(spokenOf()).toEqual(['RPhotos APIResource server'])
  for (const _ of SCENES) fireEvent.keyDown(window, { key: 'ArrowRight' })
  expect(screen.getByText('6 of 6')).toBeDefined()
})

test('whoever is chosen on the map is introduced', () => {
  fireEvent.click(screen.getByRole('button', { name: /Browser/ }))
  expect(spokenOf()).toEqual(['BBrowserUser agent'])
  expect(screen.getByText('5 of 6')).toBeDefined()
})

test('every scene is short', () => {
  for (const { title, text } of SCENES) {
    expect(title.split(' ').length).toBeLessThanOrEqual(8)
    expect(text.split(' ').length).toBeLessThanOrEqual(45)
  }
})
