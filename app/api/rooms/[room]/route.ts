export { closeRoomCall as DELETE, lookCall as GET, tellCall as POST } from '@/lib/server/rooms/calls'
