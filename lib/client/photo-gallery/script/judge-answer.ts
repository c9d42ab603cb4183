import type { AppConfig, Judgement, PageWindow, ScriptFinding, View } from './types'

/** Reads the answer out of the page's own address and decides whether it belongs to what was asked here. */
export function judgeAnswer(page: PageWindow, config: AppConfig): Judgement {
  const implicit = config.grant === 'token'
  const answer = new URLSearchParams((implicit ? page.location.hash : page.location.search).slice(1))
  const names = [...answer.keys()].join(', ')
  const kept = page.sessionStorage.getItem(`state.${config.lab}`)
  const wanted = implicit ? 'access_token' : 'code'
  const complete = answer.has(wanted) && (!implicit || answer.get('token_type')?.toLowerCase() === 'bearer')
  const findings: ScriptFinding[] = [
    {
      id: 'page.answer',
      ok: answer.has('error') || complete,
      saw: `${names === '' ? 'nothing' : names} in the ${implicit ? 'fragment' : 'query'}`,
    },
    {
      id: 'page.state',
      ok: !config.checkState || (kept !== null && answer.get('state') === kept),
      saw: `state ${JSON.stringify(answer.get('state'))}, kept in sessionStorage ${JSON.stringify(kept)}`,
    },
    {
      id: 'page.issuer',
      ok: !config.checkIssuer || answer.get('iss') === config.issuer,
      saw: `iss ${JSON.stringify(answer.get('iss'))}, asked ${config.issuer}`,
    },
  ]
  const shown = (title: string, sentence: string, items: string[]): View => ({
    page: 'error',
    title,
    sentence,
    items,
    actions: ['connect'],
  })
  const failed = findings.findIndex(({ ok }) => !ok)
  if (failed >= 0) {
    const problem = shown(
      'This was stopped for your safety',
      'This answer does not belong to a login that was begun on this page. Nothing of it was used.',
      [],
    )
    return { findings: findings.slice(0, failed + 1), problem }
  }
  const error = answer.get('error')
  if (error === null) return { findings, problem: null }
  const said = `${error}: ${answer.get('error_description') ?? 'no reason given'}`.slice(0, 300)
  const problem =
    error === 'access_denied'
      ? shown('You said no, and that is fine', 'Photo Gallery was not allowed to see your photos. It was told:', [said])
      : shown('Your photos could not be connected', 'The photo drive refused to give access. It said:', [said])
  return { findings, problem }
}
