import { type APIRequestContext, expect } from '@playwright/test'

/** The parts of a created lab that stories need. */
export interface Lab {
  id: string
  key: string
  issuer: string
  resource: string
  app: string
  clients: { client_id: string; client_name: string; client_secret?: string; redirect_uris: string[] }[]
  users: { username: string; password: string }[]
}

export async function createLab(request: APIRequestContext, wishes: Record<string, unknown> = {}): Promise<Lab> {
  const answer = await request.post('/api/labs', { data: wishes })
  expect(answer.status(), await answer.text()).toBe(201)
  return answer.json()
}

/** Calls one of a lab's own routes with its key. */
export function labCaller(request: APIRequestContext, { id, key }: Pick<Lab, 'id' | 'key'>) {
  const headers = { authorization: `Bearer ${key}` }
  return {
    get: (path: string) => request.get(`/api/labs/${id}${path}`, { headers }),
    post: (path: string, data: unknown) => request.post(`/api/labs/${id}${path}`, { headers, data }),
    patch: (data: unknown) => request.patch(`/api/labs/${id}`, { headers, data }),
    remove: () => request.delete(`/api/labs/${id}`, { headers }),
  }
}
