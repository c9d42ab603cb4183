import { describe, expect, it } from 'vitest'
import { sampleExchanges } from '@/components/testing/sample-exchanges'
import type { CheckReport } from '@/lib/oauth/check'
import type { Party } from '@/lib/oauth/parties'
import { PARTY_NAMES } from '@/machines/kit/party-names'
import { lookOf, runsOf, VERDICT_WORDS, verdictSentence } from './wording'

const name = (party: Party) => PARTY_NAMES[party].name
const check = (verdict: CheckReport['verdict'], by: Party = 'authorization-server'): CheckReport => ({
  id: `${by} ${verdict}`,
  by,
  rule: 'A rule.',
  cites: ['rfc6749-4.1.3'],
  verdict,
  saw: null,
  reads: [],
  error: null,
  hint: null,
})
const honest = { prepared: null, move: 'token-request' }
const [, , , , , , tampered] = sampleExchanges(true)

describe('the learner sees what a refusal means', () => {
  it('a refused tampered message is a defence that worked', () => {
    if (!tampered) throw new Error('The sample has no refused exchange.')
    expect(verdictSentence(tampered, name)).toBe('Refused by Auth server at check 9 of 10. The defence worked.')
    expect(tampered.checks.map((one) => lookOf(one, tampered)).slice(7)).toEqual(['passed', 'defended', 'not-reached'])
  })

  it('so is a refused repetition', () => {
    expect(lookOf(check('failed'), { prepared: null, move: 'send-again' })).toBe('defended')
  })

  it('an honest message that is refused stops the flow', () => {
    const sentence = verdictSentence({ ...honest, checks: [check('passed'), check('failed')] }, name)
    expect(sentence).toBe('Refused by Auth server at check 2 of 2. The flow stops here.')
    expect(VERDICT_WORDS[lookOf(check('failed'), honest)]).toBe('refused here, flow stops')
  })
})

describe('the learner sees what was not checked', () => {
  it('says that nobody looked where the policy skips a check', () => {
    const sentence = verdictSentence({ ...honest, checks: [check('passed'), check('passed'), check('off')] }, name)
    expect(sentence).toBe('2 checks passed. 1 check is off: accepted, because nobody looked.')
  })

  it('counts in words', () => {
    expect(verdictSentence({ ...honest, checks: [check('passed'), check('passed')] }, name)).toBe(
      'All 2 checks passed.',
    )
    expect(verdictSentence({ ...honest, checks: [check('passed')] }, name)).toBe('The one check passed.')
  })
})

it('checks stand by party, in the order executed, numbered through', () => {
  const runs = runsOf({ from: 'client', checks: [check('passed'), check('off'), check('passed', 'client')] })
  expect(runs.map(({ by, on, checks }) => [by, on, checks.map(({ number }) => number)])).toEqual([
    ['authorization-server', 'request', [1, 2]],
    ['client', 'response', [3]],
  ])
})
