import { read, write } from '@/api/call'
import type { Schemas } from '@/api/description'

export type CeilingList = Schemas['burden.CeilingList']
export type PublishedCeiling = Schemas['burden.PublishedCeilingRequest']

export const listCeilings = (signal: AbortSignal) => read('/api/ceilings', { signal })
export const publishCeiling = (body: PublishedCeiling, key: string) => write('/api/ceilings', { body, key })
