import { expect, test } from 'vitest'
import { eventOf, eventStream, type Follower } from './follower'

/** A stream, whoever joined it, and how often that one left. */
async function opened() {
  const joined: Follower[] = []
  const left: string[] = []
  const response = await eventStream(true, async (follower) => {
    joined.push(follower)
    return () => left.push('left')
  })
  const [follower] = joined
  if (!follower || !response.body) throw new Error('Nobody joined.')
  return { response, follower, left, reader: response.body.getReader() }
}

test('what is sent arrives as server-sent events, which nothing on the way may hold back', async () => {
  const { response, follower, left, reader } = await opened()
  expect(response.headers.get('content-type')).toContain('text/event-stream')
  expect(response.headers.get('cache-control')).toContain('no-transform')
  follower.send(eventOf('room', { step: 'a\nb' }))
  const { value } = await reader.read()
  expect(new TextDecoder().decode(value)).toBe('event: room\ndata: {"step":"a\\nb"}\n\n')
  await reader.cancel()
  expect(left, 'who goes away has left').toEqual(['left'])
  expect(() => follower.send(eventOf('beat', {})), 'and is sent nothing').not.toThrow()
})

test('a follower that does not keep up is let go, instead of being remembered for', async () => {
  const { follower, left } = await opened()
  const big = new Uint8Array(1024 * 1024)
  for (let count = 0; count < 4; count++) follower.send(big)
  expect(left).toEqual(['left'])
})
