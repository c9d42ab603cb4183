export { openRoomCall as POST } from '@/lib/server/rooms/calls'
