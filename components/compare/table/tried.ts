import type { Exchange } from '@/lib/wire/exchange'
import { responseLabel } from '@/machines/kit/labels'
import { TRIALS } from '@/machines/kit/trials'
import { type Cell, type Criterion, made, NOT_YET, proofOf } from './evidence'
import { NO_TOKEN } from './seen'

/** What somebody with a copy and nothing else can do: tried, at the column's own servers. */

export const tokenUsable: Criterion = {
  id: 'token-usable',
  label: 'Token usable by whoever finds it',
  how: 'Before the access ends, somebody sends the app’s last served call again with a copy of the token alone.',
  judge(evidence) {
    const { steps, tokenTrial } = evidence
    if (tokenTrial) return { ...verdict(tokenTrial), proof: proofOf(steps, tokenTrial.seq, 'response') }
    if (!evidence.complete) return NOT_YET
    return made(evidence, 'access_token').length === 0
      ? NO_TOKEN
      : { mark: 'absent', words: 'No API was called with it', proof: null }
  },
}

export const codeUsable: Criterion = {
  id: 'code-usable',
  label: 'Code useful to a thief',
  how: 'In a fresh lab with the same options, somebody redeems a copy of the code, without verifier and without secret. Where no challenge ties the code to its session, handing it to the app itself remains: the attack A-12.',
  judge(evidence) {
    const { elsewhere } = evidence
    const trial = elsewhere?.exchanges.find(({ step }) => step === TRIALS.code.step)
    if (elsewhere && trial) {
      const proof = proofOf(elsewhere.steps, trial.seq, 'response')
      const told = verdict(trial)
      const injectable = told.mark === 'stopped' && made(elsewhere, 'code_verifier').length === 0
      const words = injectable ? `Not alone: ${responseLabel(trial)}; no challenge ties it to a session` : told.words
      const mark = injectable ? 'risky' : told.mark
      return { ...told, mark, words, proof: proof && { ...proof, elsewhere: true } }
    }
    if (!evidence.complete) return NOT_YET
    return made(evidence, 'device_code').length > 0
      ? { mark: 'absent', words: 'No authorization code; the device code was not tried', proof: null }
      : { mark: 'absent', words: 'There is no code', proof: null }
  },
}

/** What the answer to a trial says: served, or which check refused it. */
function verdict(trial: Exchange): Omit<Cell, 'proof'> {
  if (trial.outcome === 'accepted') return { mark: 'breach', words: `Yes: ${responseLabel(trial)}` }
  const check = trial.checks.find((one) => one.verdict === 'failed')
  return { mark: 'stopped', words: `No: ${responseLabel(trial)}`, ...(check && { detail: check.rule }) }
}
