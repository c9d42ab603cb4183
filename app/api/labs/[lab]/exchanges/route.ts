export { exchangesCall as GET } from '@/lib/server/lab-calls'
