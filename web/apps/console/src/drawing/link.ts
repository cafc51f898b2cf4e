import type { Link } from './api'

/** The address of a witness's link. The code stands behind the #, which browsers do not send to any server. */
export function addressOfLink(link: Link, here: Pick<Location, 'protocol' | 'hostname'> = location): string {
  const port = link.port ? `:${link.port}` : ''
  return `${link.site ?? `${here.protocol}//${here.hostname}${port}`}/w#${link.code}`
}

/** In two groups of five, for reading aloud. */
export const groupedCode = (code: string) => code.replace(/(.{5})(?=.)/g, '$1-')
