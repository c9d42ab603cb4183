'use client'

import { Button } from '@/components/ui/button'
import type { ReadToken } from '@/lib/token-bench/read-token'
import { AskServers } from './ask-servers'
import type { BenchLab } from './bench-lab'
import { CheckList } from './check-list'
import { KeyFields } from './key-fields'
import type { Verification } from './use-verify'
import { VERIFIERS, type VerifierName } from './verifiers'

interface VerifyProps {
  read: Extract<ReadToken, { kind: 'jwt' | 'opaque' }>
  lab: BenchLab | null
  verification: Verification
}

/** Verifying needs somebody who verifies, and a key: both are chosen, and each check says what it compared. */
export function Verify({ read, lab, verification }: VerifyProps) {
  const { result, failure, who } = verification
  const checks = result?.token === read.token ? result.checks : null
  const failed = checks?.filter(({ verdict }) => verdict === 'failed').length ?? 0
  return (
    <div>
      <p className="max-w-2xl text-base">
        A token is not valid by itself: it is valid for somebody, at a moment, under a key. Verifying only reads it;
        nothing is changed and nothing is signed again.
      </p>
      {read.kind === 'jwt' ? (
        <>
          <Who lab={lab} verification={verification} />
          <KeyFields lab={lab} verification={verification} />
          <Button variant="primary" size="lg" className="mt-4" onClick={() => verification.verify(read)}>
            Verify
          </Button>
          {failure && (
            <p role="alert" className="mt-3 rounded-md border border-control p-2.5 text-sm">
              {failure}
            </p>
          )}
          <div role="status">
            {checks && (
              <div className="mt-4">
                <h3 className="font-semibold text-lg">
                  {failed === 0
                    ? `All ${checks.length} checks hold for ${VERIFIERS[who].label}`
                    : `${failed} of ${checks.length} checks fail for ${VERIFIERS[who].label}`}
                </h3>
                <CheckList label="Checks of this page" checks={checks} failed="refused" />
              </div>
            )}
          </div>
        </>
      ) : (
        <p className="mt-3 max-w-2xl text-base">
          An opaque token has no signature that could be verified here. Only the server that made it knows it.
        </p>
      )}
      <AskServers token={read.token} lab={lab} verification={verification} />
    </div>
  )
}

function Who({ lab, verification: { who, setWho } }: Pick<VerifyProps, 'lab' | 'verification'>) {
  const names = (Object.keys(VERIFIERS) as VerifierName[]).filter((name) => lab || name === 'nobody')
  return (
    <fieldset className="mt-4">
      <legend className="font-semibold text-base">As whom</legend>
      <div className="mt-1 flex flex-col">
        {names.map((name) => (
          <label key={name} className="flex min-h-8 items-start gap-2 py-1">
            <input
              type="radio"
              name="verifier"
              checked={name === who}
              onChange={() => setWho(name)}
              className="mt-1 size-4 shrink-0 accent-(--accent)"
            />
            <span>
              <span className="font-medium">{VERIFIERS[name].label}</span>{' '}
              <span className="text-muted">{VERIFIERS[name].text}</span>
            </span>
          </label>
        ))}
      </div>
      {!lab && <p className="text-muted text-sm">Pick a token of a lab above, and its servers and apps stand here.</p>}
    </fieldset>
  )
}
