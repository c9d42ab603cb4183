export { voteCall as POST } from '@/lib/server/rooms/calls'
