export { gradeCall as POST } from '@/lib/server/tasks/calls'
