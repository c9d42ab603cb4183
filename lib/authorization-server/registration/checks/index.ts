import { authenticationMethodKnown } from './authentication-method-known'
import type { RegistrationCheck } from './input'
import { keysUsable } from './keys-usable'
import { nothingToFetch } from './nothing-to-fetch'
import { oneKeySource } from './one-key-source'
import { postLogoutRedirectUrisInsideLab } from './post-logout-redirect-uris-inside-lab'
import { redirectUriInsideLab } from './redirect-uri-inside-lab'
import { redirectUriScheme } from './redirect-uri-scheme'
import { redirectUriSyntax } from './redirect-uri-syntax'
import { redirectUrisPresent } from './redirect-uris-present'
import { typesConsistent } from './types-consistent'

/** What client metadata is checked for, in this order. */
export const REGISTRATION_CHECKS: readonly RegistrationCheck[] = [
  redirectUrisPresent,
  redirectUriSyntax,
  redirectUriScheme,
  redirectUriInsideLab,
  postLogoutRedirectUrisInsideLab,
  typesConsistent,
  authenticationMethodKnown,
  oneKeySource,
  nothingToFetch,
  keysUsable,
]
