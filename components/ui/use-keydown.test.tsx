// @vitest-environment happy-dom
import { act, cleanup, render } from '@testing-library/react'
import { useLayoutEffect } from 'react'
import { afterEach, expect, test } from 'vitest'
import { useKeydown } from './use-keydown'

afterEach(cleanup)

const press = () => window.dispatchEvent(new KeyboardEvent('keydown', { key: 'n' }))

/** Somebody who presses the key the moment the page shows another number: before React has come to rest. */
function Eager({ shown, heard }: { shown: number; heard: string[] }) {
  useLayoutEffect(() => {
    if (shown > 0) press()
  }, [shown])
  return <Listener shown={shown} heard={heard} />
}

function Listener({ shown, heard }: { shown: number; heard: string[] }) {
  useKeydown(({ key }) => heard.push(`${key} at ${shown}`))
  return shown
}

test('no key press is lost between what is shown and what listens', () => {
  const heard: string[] = []
  const { rerender, unmount } = render(<Eager shown={1} heard={heard} />)
  rerender(<Eager shown={2} heard={heard} />)
  expect(heard).toEqual(['n at 1', 'n at 2'])
  act(unmount)
  press()
  expect(heard).toHaveLength(2)
})
