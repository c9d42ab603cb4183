import { expect, test } from 'vitest'
import { claimText, readClaim } from '@/lib/course/file/claim-text'
import { CLAIMS, PARTS } from './format-words'

test.each([...CLAIMS, ...PARTS.filter(([written]) => /^ +next:/.test(written))])(
  '%s is read as it is written',
  (written) => {
    const read = readClaim(written)
    expect('claim' in read ? claimText(read.claim) : read.problem).toBe(written.trim())
  },
)
