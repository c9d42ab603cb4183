import { describe, expect, it } from 'vitest'
import { WholeRequest, WholeResponse } from './whole-messages'

const headers = () => new Headers({ 'content-type': 'text/plain' })
const request = (body: string, method = 'POST') =>
  WholeRequest.of(method, 'http://localhost/a?b=c', headers(), new TextEncoder().encode(body))

describe('a request that has been read', () => {
  it('is one of Fetch’s, whole or as a stream', async () => {
    const whole = request('grant_type=password')
    expect(whole).toBeInstanceOf(Request)
    expect([whole.method, whole.url, whole.redirect]).toEqual(['POST', 'http://localhost/a?b=c', 'manual'])
    expect(await whole.clone().text()).toBe('grant_type=password')
    expect(whole.bodyUsed).toBe(false)
    expect((await whole.body?.getReader().read())?.value).toEqual(new TextEncoder().encode('grant_type=password'))
    expect(whole.bodyUsed).toBe(true)
    await expect(whole.text()).rejects.toThrow(TypeError)
  })

  it('has no body where there was none', () => {
    expect(request('', 'GET').body).toBeNull()
  })
})

describe('a response whose body is a text', () => {
  it('is one of Fetch’s and is read once', async () => {
    const whole = WholeResponse.of('{"a":1}', 400, headers())
    expect(whole).toBeInstanceOf(Response)
    expect([whole.status, whole.ok, whole.bodyUsed]).toEqual([400, false, false])
    expect(await whole.clone().text()).toBe('{"a":1}')
    expect(await whole.json()).toEqual({ a: 1 })
    expect(whole.bodyUsed).toBe(true)
    await expect(whole.text()).rejects.toThrow(TypeError)
    expect(whole.headers.get('content-type')).toBe('text/plain')
  })
})
