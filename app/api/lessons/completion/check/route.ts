export { checkCall as POST } from '@/lib/server/lessons/calls'
