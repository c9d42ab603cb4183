export { fixAboutCall as GET, fixCall as POST } from '@/lib/server/tasks/calls'
