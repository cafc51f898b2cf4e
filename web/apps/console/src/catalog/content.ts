import type { FormValues } from '@/shared/form/field'
import type { ItemContent } from './api'

const lines = (text: unknown) =>
  String(text ?? '')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')

const idOf = (one: unknown) => (typeof one === 'string' ? one : (one as { id: string }).id)

/** What the form holds: the cap in per cent, the legal basis one a line. */
export function toForm(
  content?: Omit<ItemContent, 'participants'> & { participants?: unknown[] | null },
): FormValues {
  return {
    name: content?.name ?? '',
    category: content?.category ?? 'general',
    ratioCap: content?.ratioCapBp === null || !content?.ratioCapBp ? undefined : content.ratioCapBp / 100,
    timesPerYear: content?.timesPerYear ?? undefined,
    targetKind: content?.targetKind ?? '',
    content: content?.content ?? '',
    basis: (content?.basis ?? []).join('\n'),
    methods: content?.methods ?? [],
    body: content?.body ?? '',
    participants: (content?.participants ?? []).map(idOf),
  }
}

/** What the platform takes: basis points; a key item has no cap (ZB-5). */
export function fromForm(values: FormValues): ItemContent {
  const cap = values.category === 'key' ? undefined : (values.ratioCap as number | undefined)
  return {
    name: String(values.name ?? '').trim(),
    category: values.category as ItemContent['category'],
    ratioCapBp: cap === undefined || cap === null ? null : Math.round(cap * 100),
    timesPerYear: (values.timesPerYear as number | undefined) ?? null,
    targetKind: String(values.targetKind ?? '').trim(),
    content: String(values.content ?? '').trim(),
    basis: lines(values.basis),
    methods: values.methods as string[],
    body: String(values.body ?? '').trim(),
    participants: (values.participants as string[] | undefined) ?? [],
  }
}
