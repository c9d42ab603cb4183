import { findGrant } from '../catalogue'
import { standingTests } from '../kit/standing'

const entry = findGrant('authorization-code')
if (!entry) throw new Error('The catalogue misses the authorization code grant.')

standingTests(entry)
