import type { StepLesson } from '@/lib/lessons/lesson'
import type { CheckReport } from '@/lib/oauth/report'
import type { Exchange } from '@/lib/wire/exchange'
import { requestLabel, responseLabel } from './labels'
import type { PartyNames } from './party-names'

/** Words for messages no lesson can foresee: made from the messages themselves. */

const SENT_AGAIN = 'send-again'

/** Somebody tries what was copied out of a message, and expects nothing. */
function copyRequest(exchange: Exchange, names: PartyNames): StepLesson {
  return {
    title: 'Somebody tries a copy',
    caption: `Somebody who found a copy sends ${requestLabel(exchange.request)} to the ${names[exchange.to].short}, with what was found and nothing else.`,
    why: 'What can be copied will be copied: from a log, a history, a page. What matters is what a copy is good for.',
    without: 'Nobody would know whether a leak is a nuisance or a breach.',
    cites: ['rfc9700-4.10.1'],
  }
}

function copyResponse(exchange: Exchange, names: PartyNames): StepLesson {
  const served = exchange.outcome === 'accepted'
  return {
    title: served ? 'The copy was good enough' : 'The copy was not enough',
    caption: served
      ? `The ${names[exchange.to].short} answers ${responseLabel(exchange)}: it asked for nothing that was not copied.`
      : `The ${names[exchange.to].short} answers ${responseLabel(exchange)}: it asked for something that cannot be copied.`,
    why: 'Whoever presents a bearer value is believed. A proof of possession, a verifier or a secret is not in the copy.',
    without: 'A thief would be served like the app itself.',
    cites: ['rfc9700-4.10.1'],
  }
}

const isCopy = ({ move }: Exchange) => move?.startsWith('copied-') === true

/** A request that no step of the grant sent: from a real browser tab, from curl, or sent once more. */
export function outsideRequest(exchange: Exchange, names: PartyNames): StepLesson {
  if (isCopy(exchange)) return copyRequest(exchange, names)
  const again = exchange.move === SENT_AGAIN
  const message = `${requestLabel(exchange.request)} to the ${names[exchange.to].short}`
  return {
    title: again ? 'A delivered message is sent again' : 'A message from outside the player',
    caption: again
      ? `You send ${message} once more. Nobody waits for the answer, so it changes only what the receiver stores.`
      : `Somebody sent ${message} without pressing Next here: a browser tab of your own, or a tool such as curl.`,
    why: 'The servers are real: whoever can reach them can send them messages, and each is recorded.',
    without: 'A server that answers only its own player would teach nothing about servers.',
    cites: ['rfc6749-1.2'],
  }
}

export function outsideResponse(exchange: Exchange, names: PartyNames): StepLesson {
  if (isCopy(exchange)) return copyResponse(exchange, names)
  return {
    title: `The ${names[exchange.to].short} answers the outside message`,
    caption: `The ${names[exchange.to].short} answers with ${responseLabel(exchange)}.`,
    why: 'The receiver cannot tell where a message was typed. It judges what the message says.',
    without: 'The lab would treat some senders differently from others, which no server on the Internet can.',
    cites: ['rfc6749-1.2'],
  }
}

/** A request that a party sends while it answers another one. */
export function insideRequest(exchange: Exchange, names: PartyNames): StepLesson {
  const { from, to, request } = exchange
  return {
    title: `The ${names[from].short} asks before it answers`,
    caption: `Before it answers, the ${names[from].short} sends ${requestLabel(request)} to the ${names[to].short}.`,
    why: 'A server that does not know enough to answer asks one that does, and whoever asked first waits for both.',
    without: 'The answer would rest on what the server knows by itself, which may be out of date.',
    cites: ['rfc6749-1.2'],
  }
}

export function insideResponse(exchange: Exchange, names: PartyNames): StepLesson {
  const { from, to } = exchange
  return {
    title: `The ${names[from].short} can go on`,
    caption: `The ${names[to].short} answers the ${names[from].short} with ${responseLabel(exchange)}; now the first question is answered.`,
    why: 'What came back decides the answer to the first message.',
    without: 'The first message would wait in vain.',
    cites: ['rfc6749-1.2'],
  }
}

/** The learner let the message fall. */
export function lost(exchange: Exchange, names: PartyNames): StepLesson {
  return {
    title: 'The message was lost on the way',
    caption: `The ${names[exchange.to].short} never saw ${requestLabel(exchange.request)}. Nothing changed there, and the sender can send again.`,
    why: 'Networks lose messages, and a protocol has to stand that.',
    without: 'A flow that cannot be taken up again would end with every dropped connection.',
    cites: ['rfc6749-1.2'],
  }
}

/** The receiver answered, but with something this step has no words for. */
export function unexpected(exchange: Exchange, names: PartyNames): StepLesson {
  return {
    title: 'Another answer than usual',
    caption: `The ${names[exchange.to].short} answers: ${responseLabel(exchange)}. That is not what usually comes here; the message and its checks say why.`,
    why: 'A receiver answers the message it got, and this one was not what it usually gets here.',
    without: 'A server that gave the usual answer to an unusual message would not be checking anything.',
    cites: ['rfc6749-1.2'],
  }
}

/** A message a check refused, told by the rule of that check and what it compared. */
export function refusedBy(
  { by, rule, saw, hint, cites }: CheckReport,
  words: StepLesson,
  names: PartyNames,
): StepLesson {
  const found = saw === null ? '' : ` It found: ${saw}.`
  return {
    title: words.title,
    caption: `The ${names[by].short} refuses, by this rule: “${rule}”${found}`,
    why: hint ?? 'A refusal is the defence at work: one rule, kept at the right moment, ends the attack.',
    without: 'The attack would go on to the next line of defence, and to its goal where there is none.',
    cites,
  }
}

/** An attacker sends several messages at the same moment: each but the first. */
export function alongsideRequest(exchange: Exchange, names: PartyNames): StepLesson {
  return {
    title: 'Another one at the same moment',
    caption: `Mallory sends ${requestLabel(exchange.request)} to the ${names[exchange.to].short} together with the first one, without waiting for its answer.`,
    why: 'Real servers answer many requests at once. What holds for one after the other need not hold then.',
    without: 'Only requests that wait for each other would be tried, and races never happen that way.',
    cites: ['rfc6749-10.5'],
  }
}

export function alongsideResponse(exchange: Exchange, names: PartyNames): StepLesson {
  const refusing = exchange.checks.find(({ verdict }) => verdict === 'failed')
  return {
    title: refusing ? 'This one is refused' : 'This one is answered',
    caption: `The ${names[exchange.to].short} answers ${responseLabel(exchange)}.${refusing ? ` Its rule: “${refusing.rule}”` : ''}`,
    why: 'Each message is judged by what the server knows when it looks.',
    without: 'Nobody could tell which of many messages came through.',
    cites: refusing?.cites ?? ['rfc6749-10.5'],
  }
}
