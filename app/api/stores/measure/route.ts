export { measureStoreCall as POST } from '@/lib/server/store-calls'
