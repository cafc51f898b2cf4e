import type { HistoryEntry } from '@/shared/detail/detail'
import { useText } from '@/shared/useText'
import type { Change, Kind } from './api'
import { detailWords, relationLabel } from './kindFields'
import { tagKey } from './words'

/** Codes of the registry in words; a code without a word stays as it is. */
export function useWords() {
  const { t, te, locale } = useText()
  const word = (key: string, otherwise: string) => (te(key) ? t(key) : otherwise)
  const tag = (code: string) => word(tagKey(code), code)
  const listed = (words: string[]) => words.join(locale.value === 'en' ? ', ' : '、')

  function value(field: string, raw: unknown): string {
    if (raw === null || raw === undefined || raw === '') return t('registry.nothing')
    if (Array.isArray(raw))
      return raw.length === 0 ? t('registry.nothing') : listed(raw.map((one) => tag(String(one))))
    if (typeof raw === 'boolean') return t(raw ? 'shared.yes' : 'shared.no')
    const text = String(raw)
    const keys: Record<string, string> = {
      kind: `registry.kind.${text}`,
      riskClass: `registry.risk.${text}`,
      status: `registry.status.${text}`,
      sex: `registry.sexes.${text}`,
    }
    return word(keys[field] ?? '', text)
  }

  /** The name of a field of the history and what its values mean. */
  function named(kinds: Kind[], field: string) {
    const detail = detailWords(kinds, field)
    return {
      label: detail?.label ?? relationLabel(kinds, field) ?? word(`registry.field.${field}`, field),
      say: (raw: unknown) => (detail && raw ? detail.text(String(raw)) : value(field, raw)),
    }
  }

  const entry = (kinds: Kind[], change: Change, index: number): HistoryEntry => ({
    id: `${change.at}-${index}`,
    at: change.at,
    who: change.by || t('registry.byImport'),
    what: Object.entries(change.changes)
      .map(([field, [before, after]]) => {
        const { label, say } = named(kinds, field)
        return t('registry.change', { field: label, before: say(before), after: say(after) })
      })
      .join('；'),
    note: [change.importId && change.by ? t('registry.byImport') : '', change.reason]
      .filter(Boolean)
      .join(' · '),
  })

  return {
    tag,
    listed,
    kind: (code: string) => word(`registry.kind.${code}`, code),
    warning: (code: string) => word(`registry.warning.${code}`, code),
    sex: (code: string) => word(`registry.sexes.${code}`, code),
    history: (changes: Change[], kinds: Kind[] = []) =>
      changes.map((change, index) => entry(kinds, change, index)),
  }
}
