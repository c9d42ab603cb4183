'use client'

import { useRef, useState } from 'react'
import { labApi } from '@/components/player/run/lab-api'
import { sentenceOf } from '@/components/player/run/run'
import type { Presented } from '@/lib/lab/present'
import { FORGERIES } from '@/lib/token-bench/forge'
import type { ReadToken } from '@/lib/token-bench/read-token'
import type { BenchLab } from './bench-lab'
import { publishedKeys } from './published-keys'

type Jwt = Extract<ReadToken, { kind: 'jwt' }>

interface Made {
  of: string
  id: string
  token: string
  /** The API's answer, once it was sent. */
  answer: (Presented & { line: string }) | null
}

export type ApiCall = 'photos' | 'usage'

/** The forgery on the bench; kept while other tabs are looked at. */
export function useForge(lab: BenchLab | null) {
  const [made, setMade] = useState<Made | null>(null)
  const [strict, setStrictness] = useState(true)
  const [call, setCall] = useState<ApiCall>('photos')
  const [failure, setFailure] = useState<string | null>(null)
  /** Id of the forgery that is being made; what is on the bench until then is not it. */
  const [making, setMaking] = useState<string | null>(null)
  const wanted = useRef<string | null>(null)

  async function forge(original: Jwt, id: string) {
    wanted.current = id
    setMaking(id)
    setMade((now) => now && { ...now, answer: null })
    setFailure(null)
    try {
      const published = lab ? await publishedKeys(lab.id) : null
      const workshop = { publicKey: published?.jwks.keys[0] ?? null, now: published?.at ?? Date.now() }
      const token = await FORGERIES.find((one) => one.id === id)?.make(original, workshop)
      if (token && wanted.current === id) setMade({ of: original.token, id, token, answer: null })
    } catch (error) {
      setFailure(sentenceOf(error))
    } finally {
      if (wanted.current === id) setMaking(null)
    }
  }

  async function send() {
    if (!made || !lab) return
    setFailure(null)
    try {
      const presented = await labApi.present(lab.id, { token: made.token, to: call, strict })
      const answer = { ...presented, line: `GET /${call}` }
      setMade((now) => (now?.token === made.token ? { ...now, answer } : now))
    } catch (error) {
      setFailure(sentenceOf(error))
    }
  }
  /** An answer holds for the call it was given to. */
  const choosing =
    <Value>(set: (value: Value) => void) =>
    (value: Value) => {
      set(value)
      setMade((now) => now && { ...now, answer: null })
    }
  return {
    ...{ made, making, strict, call, failure, forge, send },
    setStrict: choosing(setStrictness),
    setCall: choosing(setCall),
  }
}

export type Forging = ReturnType<typeof useForge>
