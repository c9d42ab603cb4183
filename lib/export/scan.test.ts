import { describe, expect, test } from 'vitest'
import { scanForSecrets } from './scan'

const SECRET = { name: 'code~1', value: 'Spl_xlOBeZ-QYbYS6WxSbIA/+' }
const PASSWORD = { name: 'password~1', value: 'builder' }
const JWT = { name: 'access_token~1', value: `eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.${'s'.repeat(60)}` }

describe('a planted secret is found', () => {
  test.each([
    ['raw', `x=${SECRET.value}&`],
    ['in a URL', `https://a/?code=${encodeURIComponent(SECRET.value)}`],
    ['in a URL within a URL', encodeURIComponent(`https://a/?code=${encodeURIComponent(SECRET.value)}`)],
    ['in HTTP Basic', `Basic ${btoa(`photo-editor:${SECRET.value}`)}`],
    ['in base64url, one byte on', btoa(`a${SECRET.value}zz`).replaceAll('+', '-').replaceAll('/', '_')],
    ['in base64, two bytes on', btoa(`ab${SECRET.value}`)],
  ])('%s', (_where, content) => {
    expect(scanForSecrets(content, [SECRET]).map(({ name }) => name)).toEqual(['code~1'])
  })

  test('a token by its signature, whatever its claims say', () => {
    expect(scanForSecrets(`other.claims.${'s'.repeat(60)}`, [JWT])).toEqual([{ name: JWT.name, how: 'as it is' }])
    expect(scanForSecrets('eyJhbGciOiJub25lIn0.eyJzdWIiOiJhIn0.access_token~1', [JWT])).toEqual([])
  })

  test('a short password where it stands alone, not inside a word', () => {
    expect(scanForSecrets('password=builder&x', [PASSWORD])).toHaveLength(1)
    expect(scanForSecrets('a shipbuilder', [PASSWORD])).toEqual([])
    expect(scanForSecrets(`Basic ${btoa('bob:builder')}`, [PASSWORD])).toHaveLength(1)
  })
})
