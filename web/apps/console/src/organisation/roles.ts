/** Roles by their wire names, business first; the last three are the administrators. */
export const roles = [
  'section-officer',
  'inspector',
  'section-head',
  'principal',
  'regulation-section',
  'conference-office',
  'auditor',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
] as const
const administrators: readonly string[] = roles.slice(-3)

/** Key of a role's name; takes wire names and those of the session (`SECTION_OFFICER`). */
export const roleKey = (role: string) => `organisation.role.${role.toUpperCase().replaceAll('-', '_')}`

/** The role among those chosen that this one cannot go with: an administrator holds that role alone. */
export function excludedBy(role: string, chosen: readonly string[]): string | undefined {
  return chosen.find(
    (other) => other !== role && (administrators.includes(role) || administrators.includes(other)),
  )
}

/** What a section may be responsible for, as the platform's rules know it. */
export const functions = ['regulation', 'personnel'] as const
