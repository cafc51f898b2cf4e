import { useText } from './useText'

const STATED = 'other:'

/** Words for the platform's wire names. What was stated in a user's own words (`other:…`) is shown as stated. */
export function useWord() {
  const { t, te } = useText()
  return (group: string, name: string | null | undefined): string => {
    if (!name) return '—'
    if (name.startsWith(STATED)) return name.slice(STATED.length)
    return te(`${group}.${name}`) ? t(`${group}.${name}`) : name
  }
}
