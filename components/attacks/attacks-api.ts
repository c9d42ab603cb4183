import type { AttackAbout } from '@/lib/attack-matrix/about'
import type { AttemptAnswer, AttemptWishes, MatrixLine } from '@/lib/attack-matrix/contract'
import type { FixAnswer, FixWishes } from '@/lib/course/tasks/fix'
import type { Preset } from '@/lib/oauth/policy'

const UNREACHABLE = 'The Grant Lab server cannot be reached. Check that it runs, then try again.'

/** Runs one case of an attack now. @throws Error with a sentence to show */
export async function askAttempt(wishes: AttemptWishes, signal: AbortSignal): Promise<AttemptAnswer> {
  const response = await ask('/api/attacks/attempt', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wishes),
    signal,
  })
  return response.json()
}

/** The attack of a task to stop it, with the switches that are offered. @throws Error with a sentence to show */
export async function askFixAbout({ attack, grant }: { attack: string; grant: string }): Promise<AttackAbout> {
  return (await ask(`/api/attacks/fix?${new URLSearchParams({ attack, grant })}`, {})).json()
}

/** Runs the attack and the honest flow under the switches of a learner. @throws Error with a sentence to show */
export async function askFix(wishes: FixWishes): Promise<FixAnswer> {
  const response = await ask('/api/attacks/fix', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(wishes),
  })
  return response.json()
}

/** Runs every cell of a preset and hands out the lines as they come. @throws Error with a sentence to show */
export async function* askMatrix(preset: Preset, signal: AbortSignal): AsyncGenerator<MatrixLine> {
  const response = await ask(`/api/attacks/matrix?preset=${preset}`, { signal })
  const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
  let rest = ''
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    const lines = (rest + part.value).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) yield JSON.parse(line) as MatrixLine
  }
}

async function ask(url: string, init: RequestInit): Promise<Response> {
  let response: Response
  try {
    response = await fetch(url, { cache: 'no-store', ...init })
  } catch (error) {
    if (init.signal?.aborted) throw error
    throw new Error(UNREACHABLE)
  }
  if (response.ok) return response
  const problem: { detail?: unknown } | null = await response.json().catch(() => null)
  throw new Error(typeof problem?.detail === 'string' ? problem.detail : UNREACHABLE)
}
