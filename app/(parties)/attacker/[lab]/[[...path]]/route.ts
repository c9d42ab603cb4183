import { partyRoute } from '@/lib/server/party-route'

const route = partyRoute('attacker')

export { route as DELETE, route as GET, route as HEAD, route as OPTIONS, route as PATCH, route as POST, route as PUT }
