import { describe, expect, test } from 'vitest'
import { ATTACKS } from '@/lib/attacks'
import type { GrantSlug } from '@/lib/attacks/attack'
import type { Preset } from '@/lib/oauth/policy'
import { runTask } from './worker'

/** `attack grant preset`: what came of it: `vulnerable`, or what stopped it. */
const CELLS: readonly [attack: string, grant: GrantSlug, preset: Preset, result: string][] = [
  ['code-replay', 'authorization-code', 'permissive', 'vulnerable'],
  ['code-replay', 'authorization-code', 'bcp', 'code-unused'],
  ['code-replay-to-revoke', 'authorization-code', 'bcp', 'verifier-matches'],
  ['code-race', 'authorization-code', 'permissive', 'vulnerable'],
  ['code-race', 'authorization-code', 'rfc6749', 'code-unused'],
  ['code-of-another-client', 'authorization-code', 'rfc6749', 'code-bound-to-client'],
  ['code-injection', 'authorization-code', 'rfc6749', 'vulnerable'],
  ['code-injection', 'authorization-code', 'bcp', 'verifier-matches'],
  ['pkce-downgrade', 'authorization-code-browser', 'permissive', 'vulnerable'],
  ['pkce-bypass', 'authorization-code-browser', 'bcp', 'verifier-sent'],
  ['login-csrf', 'authorization-code', 'permissive', 'vulnerable'],
  ['login-csrf', 'implicit', 'rfc6749', 'page.state'],
  ['password-captured', 'password', 'rfc6749', 'vulnerable'],
  ['password-captured', 'password', 'bcp', 'grant-type-supported'],
  ['stolen-refresh-token', 'authorization-code-browser', 'rfc6749', 'vulnerable'],
  ['stolen-refresh-token', 'authorization-code-browser', 'bcp', 'grant-stands'],
  ['refresh-token-of-another-client', 'authorization-code', 'rfc6749', 'refresh-bound-to-client'],
  ['scope-upgrade', 'client-credentials', 'permissive', 'vulnerable'],
  ['scope-upgrade', 'client-credentials', 'bcp', 'requested-scope-allowed'],
  ['client-named-alice', 'client-credentials', 'rfc6749', 'vulnerable'],
  ['client-named-alice', 'client-credentials', 'bcp', 'token.subject'],
  ['token-in-log', 'client-credentials', 'rfc6749', 'vulnerable'],
  ['token-in-log', 'authorization-code', 'bcp', 'redactLogs'],
  ['token-for-another-api', 'authorization-code', 'bcp', 'token.audience'],
  ['proof-misused', 'authorization-code', 'rfc6749', 'vulnerable'],
  ['proof-misused', 'authorization-code', 'bcp', 'dpop.unused'],
  ['scope-unchecked', 'authorization-code', 'rfc6749', 'token.scope'],
  ['forged-token', 'password', 'rfc6749', 'vulnerable'],
  ['forged-token', 'authorization-code', 'bcp', 'jwt.algorithm'],
  ['store-dump', 'authorization-code', 'permissive', 'vulnerable'],
  ['store-dump', 'authorization-code', 'rfc6749', 'storeTokensHashed'],
  ['token-in-address', 'authorization-code', 'bcp', 'tokenInQuery'],
  ['revoked-token-used', 'authorization-code', 'rfc6749', 'introspection.active'],
  ['revoked-token-used', 'authorization-code', 'bcp', 'vulnerable'],
  ['token-stolen-by-script', 'authorization-code-browser', 'bcp', 'vulnerable'],
  ['fresh-token-by-script', 'authorization-code-browser', 'bcp', 'silent-consent'],
  ['script-rides-along', 'authorization-code', 'fapi2', 'vulnerable'],
  ['session-forgery', 'authorization-code', 'rfc6749', 'vulnerable'],
  ['session-forgery', 'authorization-code', 'bcp', 'frontend.own-header'],
]

describe('attacks on codes, tokens and what keeps them', () => {
  test.each(CELLS)('%s on %s under %s: %s', async (attack, grant, preset, result) => {
    const [cell] = await runTask({ attack, grant, presets: [preset], controls: 'short' })
    expect(cell?.verdict === 'stopped' ? cell.stoppedBy : cell?.verdict, cell?.evidence.sentence).toBe(result)
  })

  test('what a grant does not do cannot be attacked, and the reason was looked at', async () => {
    const [cell] = await runTask({ attack: 'code-injection', grant: 'client-credentials', presets: ['bcp'] })
    expect(cell).toMatchObject({ verdict: 'not-applicable', stoppedBy: null })
    expect(cell?.evidence.sentence).toMatch(/^No code passed through the browser in the honest run\. \d+ messages/)
    expect(cell?.evidence.honest.works).toBe(true)
  })

  test('a token in an address is in the history, too, once the browser was sent there', async () => {
    const [open, closed] = await runTask({
      ...{ attack: 'token-in-address', grant: 'authorization-code', presets: ['rfc6749', 'bcp'] },
    })
    expect(open?.evidence.cases[1]).toMatchObject({ case: 'history', verdict: 'vulnerable' })
    expect(closed?.evidence.cases[1]).toMatchObject({ case: 'history', stoppedBy: 'tokenInQuery', turned: true })
  })

  test('mutation control: with every layer taken away, one after the other, the attack succeeds', async () => {
    const [cell] = await runTask({ attack: 'login-csrf', grant: 'authorization-code', presets: ['bcp'] })
    const [usual] = cell?.evidence.cases ?? []
    expect(usual?.layers.map((layer) => ('check' in layer ? layer.check : layer.setting))).toEqual([
      'callback.state',
      'callback.state-once',
      'verifier-sent',
    ])
    expect(usual?.turned).toBe(true)
  })
})

test('every attack of the catalogue has a number and a slug of its own', () => {
  for (const key of ['id', 'slug'] as const) {
    const all = ATTACKS.map((attack) => attack[key])
    expect(new Set(all).size).toBe(all.length)
  }
})

test('the words of attacks keep to the limits of lessons', () => {
  const steps = ATTACKS.flatMap(({ slug, on }) =>
    Object.values(on).flatMap(({ cases }) =>
      cases.flatMap(({ script }) =>
        script.flatMap((step) =>
          'honest' in step ? [] : [step.words, ...(step.reply ? [step.reply] : [])].map((words) => ({ slug, words })),
        ),
      ),
    ),
  )
  expect(steps.length).toBeGreaterThan(100)
  const count = (text: string) => text.split(/\s+/).length
  const tooLong = steps.filter(({ words }) => count(words.title) > 8 || count(words.caption) > 45)
  expect(tooLong.map(({ slug, words }) => `${slug}: ${words.title}`)).toEqual([])
})
