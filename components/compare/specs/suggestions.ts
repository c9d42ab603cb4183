/** Comparisons to begin with, as a link has them, and the question each answers. */
export const SUGGESTIONS: readonly { flows: string; question: string }[] = [
  { flows: 'authorization-code,implicit', question: 'Why was the implicit grant given up?' },
  {
    flows: 'authorization-code~client:public,authorization-code~pkce:off~client:public',
    question: 'What is PKCE good for, when the app can keep no secret?',
  },
  { flows: 'authorization-code,password', question: 'Who gets to see Alice’s password?' },
  { flows: 'authorization-code,authorization-code-browser', question: 'An app with a server, or only a page?' },
  { flows: 'authorization-code,par-dpop', question: 'What does a stolen token do when it is bound to a key?' },
  { flows: 'authorization-code,implicit,password,client-credentials', question: 'The four grants of RFC 6749' },
]
