export { restoreCall as POST } from '@/lib/server/lab-calls'
