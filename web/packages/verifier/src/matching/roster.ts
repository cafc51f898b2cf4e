/** The roster document of section 9: who may be drawn for what. Every roster that can be read is valid. */
import * as names from '../names.ts'
import { LIMIT, type Json } from '../json/json.ts'
import { Node } from '../json/node.ts'
import { refuse } from '../text/say.ts'

/** A place to be filled: a role in the team of a group. */
export interface Slot {
  readonly group: string
  readonly role: string
}

/** The text that its tickets are made of; group and role hold no slash, so it is unique. */
export const label = (slot: Slot): string => `${slot.group}/${slot.role}`

/** A person who must not serve in a group. */
export interface Recusal {
  readonly group: string
  readonly person: string
}

export interface Roster {
  readonly groups: readonly string[]
  /** How many groups each person may serve at most. */
  readonly persons: ReadonlyMap<string, number>
  readonly classes: ReadonlyMap<string, readonly string[]>
  /** The class that each slot is filled from, by label, in the order of the document. */
  readonly slots: ReadonlyMap<string, { readonly slot: Slot; readonly class: string }>
  readonly recused: readonly Recusal[]
  readonly absent: readonly string[]
  readonly balance: boolean
}

/** Reads the document; names that are unknown, double or of the wrong shape are refused by their path. */
export function readRoster(document: Json): Roster {
  const root = Node.root(document).only(
    'groups',
    'persons',
    'classes',
    'slots',
    'recused',
    'absent',
    'balance',
  )
  const persons = new Map<string, number>()
  root
    .get('persons')
    .members()
    .forEach((node, person) => persons.set(person, node.integer(0, LIMIT - 1)))
  const classes = new Map<string, string[]>()
  root
    .get('classes')
    .members()
    .forEach((node, name) => classes.set(name, labels(node)))
  const groups = labels(root.get('groups'))
  const slots = readSlots(root.get('slots'))
  const recused = root.get('recused').items().map(readRecusal)
  const absent = root.get('absent').items().map(readAbsence)
  const roster = { groups, persons, classes, slots, recused, absent, balance: root.get('balance').truth() }
  check(roster)
  return roster
}

function readSlots(array: Node): Roster['slots'] {
  const slots = new Map<string, { slot: Slot; class: string }>()
  for (const node of array.items()) {
    const slot = readSlot(node.only('group', 'role', 'class'))
    const name = node.get('class').text(names.CODE)
    if (slots.has(label(slot))) throw refuse('roster.twice', node.path, label(slot))
    slots.set(label(slot), { slot, class: name })
  }
  return slots
}

export const readSlot = (node: Node): Slot => ({
  group: node.get('group').text(names.LABEL),
  role: node.get('role').text(names.CODE),
})

export function readRecusal(node: Node): Recusal {
  node.only('group', 'person')
  return { group: node.get('group').text(names.LABEL), person: node.get('person').text(names.LABEL) }
}

/** The person of an absence; the reason is only looked at. */
export function readAbsence(node: Node): string {
  node.only('person', 'reason')
  const person = node.get('person').text(names.LABEL)
  node.get('reason').text(names.CODE)
  return person
}

const labels = (array: Node): string[] => array.items().map((node) => node.text(names.LABEL))

/** Refuses a value that occurs twice. */
export function unique(values: readonly string[], path: string): Set<string> {
  const seen = new Set<string>()
  for (const value of values) {
    if (seen.has(value)) throw refuse('roster.twice', path, value)
    seen.add(value)
  }
  return seen
}

export const showRecusal = ({ group, person }: Recusal): string => `Recusal[group=${group}, person=${person}]`

/** Everybody in the roster, available or absent. */
export const everybody = (roster: Roster): Set<string> =>
  new Set([...roster.persons.keys(), ...roster.absent])

function check(roster: Roster): void {
  const groups = unique(roster.groups, '$.groups')
  const all = new Set(roster.persons.keys())
  roster.persons.forEach((_, person) => named(person, '$.persons', names.LABEL))
  for (const person of roster.absent) {
    if (all.has(person)) throw refuse('roster.absent-twice', '$.absent', person)
    all.add(person)
  }
  roster.classes.forEach((members, name) => checkClass(name, members, all))
  roster.slots.forEach((place, slot) => {
    if (!groups.has(place.slot.group)) throw refuse('roster.group-unknown', '$.slots', place.slot.group)
    if (!roster.classes.has(place.class)) throw refuse('roster.class-unknown', '$.slots', slot, place.class)
  })
  unique(roster.recused.map(showRecusal), '$.recused')
  roster.recused.forEach((recusal) => requireKnown(recusal, groups, all))
}

function checkClass(name: string, members: readonly string[], all: ReadonlySet<string>): void {
  named(name, '$.classes', names.CODE)
  const path = `$.classes.${name}`
  for (const member of unique(members, path)) {
    if (!all.has(member)) throw refuse('roster.member-unknown', path, member)
  }
}

/** Group and person of a recusal must be in the roster. */
export function requireKnown(recusal: Recusal, groups: ReadonlySet<string>, all: ReadonlySet<string>): void {
  if (!groups.has(recusal.group)) throw refuse('roster.group-unknown', '$.recused', recusal.group)
  requirePerson(recusal.person, all, '$.recused')
}

export function requirePerson(person: string, all: ReadonlySet<string>, path: string): void {
  if (!all.has(person)) throw refuse('roster.person-unknown', path, person)
}

const named = (name: string, path: string, shape: names.Pattern): string => new Node(path, name).text(shape)
