'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Page } from '@/components/ui/page'
import { readRoomCode } from '@/lib/room/code'

/** Where a student types the code that stands on the screen. */
export function JoinForm() {
  const router = useRouter()
  const id = useId()
  const [problem, setProblem] = useState<string | null>(null)

  function join(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const typed = String(new FormData(event.currentTarget).get('code') ?? '')
    const code = readRoomCode(typed)
    if (code) router.push(`/join/${code}`)
    else setProblem('A code has six letters, without vowels, such as BKRTPW. Look at the screen again.')
  }

  return (
    <Page
      title="Join a room"
      lead="The presenter’s screen shows a code. You then follow each step here, and can look around by yourself."
    >
      <form onSubmit={join} noValidate className="mt-6 grid gap-2">
        <label htmlFor={id} className="font-medium">
          Code
        </label>
        <div className="flex gap-2">
          <input
            id={id}
            name="code"
            autoCapitalize="characters"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={12}
            aria-invalid={problem !== null}
            aria-describedby={problem ? `${id}-problem` : undefined}
            className="h-11 w-48 rounded-lg border border-control bg-surface px-3 font-mono text-xl uppercase tracking-widest"
          />
          <Button type="submit" size="lg" variant="primary">
            Join
          </Button>
        </div>
        {problem && (
          <p id={`${id}-problem`} role="alert">
            {problem}
          </p>
        )}
      </form>
    </Page>
  )
}
