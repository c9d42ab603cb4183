/** What stands where in a Markdown lesson: how it is written, and what it is for. */
export const PARTS: readonly (readonly [written: string, meaning: string])[] = [
  [
    '---',
    'The facts, between two lines of three dashes: title and flow; if you like also summary, minutes, id, and options such as options: pkce=off, token=opaque.',
  ],
  [
    '## step: token-request',
    'A stop. The lesson stops at this step of the flow; the text below is your note, beside the step’s own words. Paragraphs, lists, **strong**, *emphasis* and `code` are kept; anything else stays text.',
  ],
  ['### What comes next?', 'A question, asked before the step is seen. One a step; two to four options.'],
  [
    '- [ ] The app redeems the code.',
    'An option. Leave the box empty: nobody writes down which one is right, the run decides.',
  ],
  [
    '  next: POST /token from client to authorization-server',
    'What the run shows if this option is the answer, indented below it. See the table of claims.',
  ],
  ['  why: The code alone is not a token yet.', 'A sentence for whoever chose it.'],
  [
    '## task: Send the code twice',
    'Something to do. Below it: kind, and what the kind needs; an empty line; what to reach; hints as a list. kind: break takes check and by; fix takes attack, grant, preset and if you like case and policy; assemble takes distractors: yes or no.',
  ],
  [
    '## attack: code-interception',
    'A prepared attack at the end, with grant, preset and if you like case; a note below.',
  ],
]

/** Claims: what can be true of a run. */
export const CLAIMS: readonly (readonly [written: string, meaning: string])[] = [
  [
    'next: POST /token from client to authorization-server',
    'The message at this step: method, path (of a redirect: where it leads), status, from, to, over front or back. Leave out what does not matter.',
  ],
  ['next: /callback 303 carries authorization_code', 'A response, and a secret it carries in full.'],
  ['message: with code_challenge', 'A parameter or member of the message, by its name on the wire.'],
  [
    'check: verifier-matches failed by authorization-server',
    'A check that a party reported: passed, failed, off or not-reached. “by …” may be left out.',
  ],
  [
    'holder: browser never holds access_token',
    'Who or what has had a secret by then: holds, passed (on its way to somebody else), derived (only a hash), never holds. Also history, referer, server-log and page-script.',
  ],
  [
    'place: browser.cookies keeps session_cookie',
    'A value lies in a place whose name begins so: client., browser., authorization-server.',
  ],
  ['not (message: carries access_token)', 'It is not so.'],
  ['all (next: POST /token; message: carries client_secret)', 'All of them; with any (…; …): at least one.'],
]
