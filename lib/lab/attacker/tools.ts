import { type AttackTools, EmptyHanded } from '@/lib/attacks/tools'
import type { SecretKind } from '@/lib/oauth/secrets'
import { followRedirect, openPage, submitForm } from '@/lib/user-agent/browser'
import { DIRECTORY, MALLORY } from '../cast'
import { labTime } from '../clock'
import type { Host, Lab } from '../lab'
import { LabRefusal } from '../refusal'
import { heardBy, malloryKnows } from './knowledge'
import { readLeak } from './leaks'

/** Mallory's tools in one lab. */
export function toolsOf(lab: Lab, host: Host): AttackTools {
  const { attacker } = lab
  const clock = () => ({ now: labTime(lab, host) })
  const find: AttackTools['find'] = (kind, where) => {
    const knows = malloryKnows(lab, where)
    const made = [...lab.castSecrets, ...lab.exchanges.flatMap(({ secrets }) => secrets)]
    return made.findLast((secret) => secret.kind === kind && knows(secret.value))?.value ?? null
  }
  return {
    origins: lab.origins,
    now: () => labTime(lab, host),
    random: (length) => lab.random.bytes(length),
    account: { username: MALLORY.username, password: MALLORY.password },
    app: attacker.app,
    proofsWanted: lab.policy.senderConstrained === 'dpop',
    client: (clientId) => publicFacts(lab, clientId),
    publicKeys: (owner) => publicKeysOf(lab, owner),
    find,
    need(kind: SecretKind, why, where) {
      const value = find(kind, where)
      if (value === null) throw new EmptyHanded(why)
      return value
    },
    heard: () => heardBy(lab),
    async leak(channel) {
      const pieces = await readLeak(channel, lab, host)
      const leaks = pieces.map((piece) => ({ channel, ...piece, seq: lab.nextSeq }))
      lab.attacker = { ...lab.attacker, leaks: [...lab.attacker.leaks, ...leaks] }
      return pieces.map(({ text }) => text)
    },
    relay(parameters) {
      lab.attacker = { ...lab.attacker, relay: parameters }
    },
    publish(path, answer) {
      lab.attacker = { ...lab.attacker, published: { ...lab.attacker.published, [path]: answer } }
    },
    browser: {
      pending: () => lab.attacker.browser.pending?.location ?? null,
      open: (url) => openPage(lab.attacker.browser, url, { ...clock(), typed: true }),
      follow: () => followRedirect(lab.attacker.browser, clock()),
      submit: (form, values, button) => submitForm(lab.attacker.browser, form, values, button ?? null, clock()),
    },
  }
}

function publicFacts(lab: Lab, clientId: string) {
  const client = lab.clients.find(({ client_id }) => client_id === clientId)
  if (!client) throw new LabRefusal(404, `This lab has no client ${clientId}.`)
  const { client_id, redirect_uris, scope } = client
  return { client_id, redirect_uri: redirect_uris[0] ?? '', scope }
}

async function publicKeysOf(lab: Lab, owner: string): Promise<Record<string, unknown>[]> {
  if (owner === DIRECTORY.client_id) return (await lab.directoryKeys.keys()).map(({ publicJwk }) => ({ ...publicJwk }))
  const keys = lab.clients.find(({ client_id }) => client_id === owner)?.jwks?.keys ?? []
  return keys.flatMap((key) => (typeof key === 'object' && key !== null ? [{ ...key }] : []))
}
