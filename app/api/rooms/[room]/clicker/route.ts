export { clickerKeyCall as GET, wishCall as POST } from '@/lib/server/rooms/calls'
