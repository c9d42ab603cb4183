export { placesCall as GET } from '@/lib/server/lab-calls'
