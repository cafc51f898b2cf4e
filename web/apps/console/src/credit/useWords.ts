import { useText } from '@/shared/useText'
import type { Indicator, Term } from './api'
import { fields } from './words'

type Band = Indicator['bands'][number]
interface Source {
  kind: string
  name: string
  observations: string[]
  months: number
}

/** Codes of credit in words; what is not known is shown as it is written. */
export function useWords() {
  const { t, joined, te } = useText()
  const known = (key: string, text: string) => (te(key) ? t(key) : text)
  const listName = (list: string) => known(`credit.list.${list}`, list)
  const record = (kind: string) => known(`credit.record.${kind}`, kind)
  const tagName = (tag: string) => known(`registry.tag.${tag}`, tag)
  const value = (text: string) =>
    known(
      `registry.kind.${text}`,
      text === 'true' ? t('shared.yes') : text === 'false' ? t('shared.no') : text,
    )

  /** Where a value comes from, as a sentence. */
  function source({ kind, name, observations, months }: Source): string {
    switch (kind) {
      case 'count':
        return t('credit.source.countOf', { what: joined(observations.map(record)), months })
      case 'list':
        return t('credit.source.listOf', { list: listName(name) })
      case 'tag':
        return t('credit.source.tagOf', { tag: tagName(name) })
      case 'field':
        return t('credit.source.fieldOf', {
          field: (fields as readonly string[]).includes(name) ? t(`credit.field.${name}`) : name,
        })
      default:
        return t('credit.source.givenOf', { code: name, months })
    }
  }

  function band({ texts, from, below }: Band): string {
    if (texts.length > 0) return joined(texts.map(value))
    if (from !== null && from !== undefined && below === from + 1) return String(from)
    if (from === null || from === undefined) return t('credit.below', { below })
    if (below === null || below === undefined) return t('credit.fromUp', { from })
    return t('credit.between', { from, to: below - 1 })
  }

  /** What was found of a target. */
  function found(term: Term): string {
    if (term.sourceKind === 'field')
      return term.text.length > 0 ? joined(term.text.map(value)) : t('credit.otherValue')
    if (term.value === null || term.value === undefined) return t('credit.unknown')
    if (term.sourceKind === 'list' || term.sourceKind === 'tag')
      return term.value > 0 ? t('shared.yes') : t('shared.no')
    if (term.sourceKind === 'count') return t('credit.times', { count: term.value }, term.value)
    return String(term.value)
  }

  return { listName, record, source, band, found }
}
