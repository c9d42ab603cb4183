import { type Parameters, parameter } from '@/lib/oauth/form'
import { intersectScope } from '@/lib/oauth/scope'
import { actorAllowed } from '../checks/actor-allowed'
import { actorTokenGood } from '../checks/actor-token-good'
import { actorTokenTyped } from '../checks/actor-token-typed'
import { exchangeClientConfidential } from '../checks/exchange-client-confidential'
import { exchangeScopeWithin } from '../checks/exchange-scope-within'
import { exchangeTargetAllowed } from '../checks/exchange-target-allowed'
import { requestedTokenTypeSupported } from '../checks/requested-token-type-supported'
import { subjectTokenForCaller } from '../checks/subject-token-for-caller'
import { subjectTokenKnown } from '../checks/subject-token-known'
import { subjectTokenOfUser } from '../checks/subject-token-of-user'
import { subjectTokenSent } from '../checks/subject-token-sent'
import { subjectTokenTypeSupported } from '../checks/subject-token-type-supported'
import { subjectTokenUnexpired } from '../checks/subject-token-unexpired'
import { subjectTokenUnrevoked } from '../checks/subject-token-unrevoked'
import type { AuthorizationServerEnvironment } from '../environment'
import { resourcesOfAudiences, servedResources } from '../resources'
import type { AccessToken, Client } from '../tables'
import { type Actor, issueAccessToken } from '../tokens/access-token'
import { ACCESS_TOKEN_TYPE, invalidExchange } from '../tokens/invalid-exchange'
import { type FoundAccessToken, type FoundToken, findToken } from '../tokens/lookup'
import { requestedResources } from '../tokens/request'
import { tokenResponse } from '../tokens/token-response'
import type { TokenGrant } from './grant'

/**
 * Token exchange (RFC 8693): a service that was called with a user's token gets one of its own for the next API. The
 * result names the service as actor (delegation, never impersonation), ends with the subject token, and belongs to
 * the same grant: what ends the user's consent ends it too.
 */
export const tokenExchange: TokenGrant = {
  grantType: 'urn:ietf:params:oauth:grant-type:token-exchange',
  checks: [
    exchangeClientConfidential,
    subjectTokenSent,
    actorTokenTyped,
    subjectTokenTypeSupported,
    requestedTokenTypeSupported,
    subjectTokenKnown,
    subjectTokenUnrevoked,
    subjectTokenUnexpired,
    subjectTokenOfUser,
    subjectTokenForCaller,
    actorTokenGood,
    actorAllowed,
    exchangeTargetAllowed,
    exchangeScopeWithin,
  ],
  async handle({ form, client, jkt }, env, rules) {
    await rules.apply(exchangeClientConfidential, { client })
    const sent = { token: parameter(form, 'subject_token'), type: parameter(form, 'subject_token_type') }
    const actorSent = { token: parameter(form, 'actor_token'), type: parameter(form, 'actor_token_type') }
    await rules.apply(subjectTokenSent, sent)
    await rules.apply(actorTokenTyped, actorSent)
    await rules.apply(subjectTokenTypeSupported, sent)
    await rules.apply(requestedTokenTypeSupported, { type: parameter(form, 'requested_token_type') })

    const subject = await findToken(env, sent.token ?? '', 'access_token')
    await rules.apply(subjectTokenKnown, { token: subject })
    if (!subject) throw invalidExchange('The subject token is not known here.', ['rfc8693-2.2.2'])
    await rules.apply(subjectTokenUnrevoked, { token: subject })
    await rules.apply(subjectTokenUnexpired, { token: subject, now: env.now() })
    const { user_id, scope: granted, grant_id, expires_at } = subject.row
    const { act, may_act } = actorsIn(subject)
    const user = user_id === null ? null : await env.store.get('users', user_id)
    await rules.apply(subjectTokenOfUser, { userId: user_id, user })
    await rules.apply(subjectTokenForCaller, { token: subject.row, client })

    const actorToken = actorSent.token === null ? null : await findAccessToken(env, actorSent.token)
    if (actorSent.token !== null) await rules.apply(actorTokenGood, { token: actorToken, client, now: env.now() })
    await rules.apply(actorAllowed, { mayAct: may_act, actor: client.key })

    const target = await targetOf(form, client, env)
    await rules.apply(exchangeTargetAllowed, target)
    const requested = parameter(form, 'scope')
    await rules.apply(exchangeScopeWithin, { requested, subject: granted, client: client.scope })

    const scope = requested ?? intersectScope(granted, client.scope)
    const token = await issueAccessToken(env, {
      clientId: client.key,
      userId: user_id,
      scope,
      grantId: grant_id,
      resource: target.targets[0] ?? null,
      authTime: null,
      act: actorOf(client, actorToken?.row ?? null, act),
      notAfter: expires_at,
      jkt,
    })
    return { ...tokenResponse(token, scope, null), issued_token_type: ACCESS_TOKEN_TYPE }
  },
}

async function findAccessToken(env: AuthorizationServerEnvironment, value: string): Promise<FoundAccessToken | null> {
  const found = await findToken(env, value, 'access_token')
  return found?.kind === 'access_token' ? found : null
}

/** Who acts with a token, and who may: a refresh token, if one gets as far, says neither. */
function actorsIn(found: FoundToken): Pick<AccessToken, 'act' | 'may_act'> {
  return found.kind === 'access_token' ? found.row : { act: null, may_act: null }
}

/** Values of `resource` and `audience`, which both may repeat; without any, the drive is meant (RFC 8693, section 2.1). */
async function targetOf(form: Parameters, client: Client, env: AuthorizationServerEnvironment) {
  const audiences = form.flatMap(([name, value]) => (name === 'audience' && value !== '' ? [value] : []))
  const named = [...requestedResources(form), ...(await resourcesOfAudiences(audiences, env))]
  const targets = named.length === 0 ? [env.origins.resource] : [...new Set(named)]
  return { targets, served: await servedResources(targets, env), allowed: client.exchange_targets }
}

/** The actor of now outermost, those before it inside (RFC 8693, section 4.1). */
function actorOf(client: Client, actorToken: AccessToken | null, act: string | null): Actor {
  const sub = actorToken?.user_id ?? client.key
  return { sub, ...(act !== null && { act: JSON.parse(act) as Actor }) }
}
