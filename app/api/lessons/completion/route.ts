export { completionCall as POST } from '@/lib/server/lessons/calls'
