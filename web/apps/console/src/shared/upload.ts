/** A file as the view shows it: being sent, there, or failed. */
export interface UploadedFile {
  id: string
  name: string
  size: number
  state: 'sending' | 'there' | 'failed'
  /** 0 to 100 while it is being sent. */
  percent?: number
  sha256?: string
  message?: string
  /** Where it can be opened. */
  href?: string
}

/** Whether a file is allowed by an `accept` list of endings and media types, as browsers read it. */
export function accepts(accept: string, file: { name: string; type: string }): boolean {
  const rules = accept
    .split(',')
    .map((rule) => rule.trim().toLowerCase())
    .filter((rule) => rule !== '')
  if (rules.length === 0) return true
  return rules.some((rule) => {
    if (rule.startsWith('.')) return file.name.toLowerCase().endsWith(rule)
    if (rule.endsWith('/*')) return file.type.startsWith(rule.slice(0, -1))
    return file.type === rule
  })
}
