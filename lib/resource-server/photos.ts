import type { ResourceServerEnvironment } from './environment'
import type { Photo } from './tables'

const PHOTOS: readonly (Omit<Photo, 'owner' | 'created_by'> & {
  owner: keyof Owners
})[] = [
  photo('alice', 'white-rabbit', 'White rabbit, running late', '4032x3024', 3_481_204, '2026-05-04T10:12:00Z'),
  photo('alice', 'pool-of-tears', 'Pool of tears', '4032x3024', 2_917_556, '2026-05-04T10:31:00Z'),
  photo('alice', 'mushroom', 'Mushroom, left side', '3024x4032', 3_102_870, '2026-05-04T11:05:00Z'),
  photo('alice', 'tea-party', 'Tea party at six', '4032x2268', 4_260_113, '2026-05-04T18:00:00Z'),
  photo('alice', 'cheshire-cat', 'Cheshire cat, mostly grin', '3024x3024', 2_240_918, '2026-05-04T19:44:00Z'),
  photo('alice', 'croquet', "Queen's croquet ground", '4032x3024', 3_875_002, '2026-05-05T09:20:00Z'),
  photo('bob', 'crane', 'Crane at sunrise', '4000x3000', 3_011_447, '2026-04-20T05:58:00Z'),
  photo('bob', 'foundation', 'Foundation, freshly poured', '4000x3000', 2_655_310, '2026-04-21T14:02:00Z'),
  photo('bob', 'scaffolding', 'Scaffolding, west wall', '3000x4000', 3_390_761, '2026-04-23T08:37:00Z'),
]

/** Identifiers (the `sub` of their tokens) of the people whose photos a new lab has. */
export interface Owners {
  alice: string
  bob: string
}

/** Puts the cast's photos on an empty drive. */
export async function seedPhotos(
  { store }: Pick<ResourceServerEnvironment, 'store'>,
  owners: Owners = { alice: 'alice', bob: 'bob' },
): Promise<void> {
  for (const one of PHOTOS)
    await store.insert('photos', {
      ...one,
      owner: owners[one.owner],
      created_by: null,
    })
}

function photo(owner: keyof Owners, key: string, title: string, size: string, bytes: number, taken: string) {
  return { key, owner, title, size, bytes, issued_at: Date.parse(taken) }
}
