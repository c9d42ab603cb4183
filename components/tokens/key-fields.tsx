'use client'

import { useId } from 'react'
import { Segmented } from '@/components/ui/segmented'
import type { BenchLab } from './bench-lab'
import type { KeyChoice, Verification } from './use-verify'

const CHOICES: readonly { value: KeyChoice; label: string }[] = [
  { value: 'published', label: 'Published keys' },
  { value: 'pasted', label: 'A public key' },
  { value: 'secret', label: 'A shared secret' },
]

/** With which key: the server's own, one that is pasted, or a secret both sides know. */
export function KeyFields({ lab, verification }: { lab: BenchLab | null; verification: Verification }) {
  const { how, setHow, pasted, setPasted, secret, setSecret } = verification
  const id = useId()
  const field =
    'mt-1 block w-full max-w-2xl rounded-md border border-control bg-canvas px-2.5 py-2 font-mono text-sm leading-6'
  return (
    <div className="mt-4">
      <h3 className="font-semibold text-base">With which key</h3>
      <div className="mt-1.5">
        <Segmented<KeyChoice>
          label="With which key"
          choices={CHOICES.filter(({ value }) => lab || value !== 'published')}
          value={how}
          onChange={setHow}
        />
      </div>
      {how === 'published' && lab && (
        <p className="mt-1.5 text-muted text-sm [overflow-wrap:anywhere]">
          Fetched when you press Verify from <span className="font-mono">{lab.issuer}/jwks</span>
        </p>
      )}
      {how === 'pasted' && (
        <>
          <label htmlFor={id} className="mt-2 block text-sm">
            Public key: a JWK, a JWK Set, or PEM
          </label>
          <textarea
            id={id}
            rows={4}
            spellCheck={false}
            value={pasted}
            onChange={(event) => setPasted(event.currentTarget.value)}
            placeholder="-----BEGIN PUBLIC KEY-----"
            className={field}
          />
        </>
      )}
      {how === 'secret' && (
        <>
          <label htmlFor={id} className="mt-2 block text-sm">
            Shared secret, as text
          </label>
          <input
            id={id}
            spellCheck={false}
            autoComplete="off"
            value={secret}
            onChange={(event) => setSecret(event.currentTarget.value)}
            className={field}
          />
        </>
      )}
    </div>
  )
}
