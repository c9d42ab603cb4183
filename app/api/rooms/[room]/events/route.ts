export { followCall as GET } from '@/lib/server/rooms/calls'
