export { runCall as GET } from '@/lib/server/lab-calls'
