import { metadataRoute } from '@/lib/server/party-route'

export const GET = metadataRoute('oauth-protected-resource')
