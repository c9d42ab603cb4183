export { fixCall as POST } from '@/lib/server/tasks/calls'
