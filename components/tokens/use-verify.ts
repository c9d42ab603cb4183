'use client'

import { useState } from 'react'
import { labApi } from '@/components/player/run/lab-api'
import { sentenceOf } from '@/components/player/run/run'
import type { ShownTo } from '@/lib/lab/present'
import type { CheckReport } from '@/lib/oauth/report'
import type { ReadToken } from '@/lib/token-bench/read-token'
import { verifyToken } from '@/lib/token-bench/verify'
import type { BenchLab } from './bench-lab'
import { publishedKeys } from './published-keys'
import { expectationsOf, type VerifierName } from './verifiers'

export type KeyChoice = 'published' | 'pasted' | 'secret'

/** As whom, with which key, and what came out of it; kept while other tabs are looked at. */
export function useVerify(lab: BenchLab | null) {
  const [chosenWho, setWho] = useState<VerifierName>('photos')
  const [chosenHow, setHow] = useState<KeyChoice>('published')
  const [pasted, setPasted] = useState('')
  const [secret, setSecret] = useState('')
  const [result, setResult] = useState<{ token: string; checks: CheckReport[] } | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const who = lab ? chosenWho : 'nobody'
  const how = lab || chosenHow !== 'published' ? chosenHow : 'pasted'

  async function verify(read: Extract<ReadToken, { kind: 'jwt' }>) {
    setFailure(null)
    try {
      const published = lab ? await publishedKeys(lab.id) : null
      const key =
        how === 'secret'
          ? ({ kind: 'secret', secret } as const)
          : how === 'pasted' || !published
            ? ({ kind: 'pasted', text: pasted } as const)
            : ({ kind: 'jwks', jwks: published.jwks } as const)
      const now = published?.at ?? Date.now()
      setResult({ token: read.token, checks: await verifyToken(read, key, expectationsOf(who, lab, now)) })
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  /** What was found out holds for the choice it was made with. */
  const choosing =
    <Value>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setResult(null)
    }
  return {
    ...{ who, how, pasted, secret, result, failure, verify },
    setWho: choosing(setWho),
    setHow: choosing(setHow),
    setPasted: choosing(setPasted),
    setSecret: choosing(setSecret),
    ask: (token: string, to: ShownTo) => labApi.present(lab?.id ?? '', { token, to }),
  }
}

export type Verification = ReturnType<typeof useVerify>
