export { exposureCall as GET } from '@/lib/server/lab-calls'
