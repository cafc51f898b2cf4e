/** Runs the list of mutations that the reference program is held to as well (draw, `mutations/cases.json`). */
import { gunzipSync, gzipSync, inflateRawSync } from 'node:zlib'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { Check } from '../src/index.ts'

type Plain = string | number | boolean | Plain[] | { [key: string]: Plain }

/** A mutation with what a verifier must say of it. */
export interface Case {
  readonly sample: string
  readonly what: string
  readonly file: string
  readonly op: string
  readonly at: string
  readonly with: Plain
  /** The check that must find it; none if no check does, which then says why. */
  readonly guard?: Check
  readonly why?: string
  /** All checks that fail. */
  readonly failed: Check[]
  /** The first finding. */
  readonly zh: string
  readonly en: string
}

export type Files = Map<string, Uint8Array>

export const readCases = (list: URL): Case[] => JSON.parse(readFileSync(list, 'utf8'))

/** The files of a sample; its zip is read here by its local headers, not by what is under test. */
export function readSample(folder: URL, name: string): Files {
  const zip = readFileSync(new URL(`${name}.zip`, folder))
  const files: Files = new Map()
  const directory = zip.readUInt32LE(zip.length - 6)
  for (let at = directory; zip.readUInt32LE(at) === 0x02014b50;) {
    const [name, extra, comment] = [28, 30, 32].map((field) => zip.readUInt16LE(at + field))
    const local = zip.readUInt32LE(at + 42)
    const from = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28)
    const packed = zip.subarray(from, from + zip.readUInt32LE(at + 20))
    const plain = zip.readUInt16LE(at + 10) === 0 ? packed : inflateRawSync(packed)
    files.set(zip.toString('utf8', at + 46, at + 46 + name), new Uint8Array(plain))
    at += 46 + name + extra + comment
  }
  return files
}

/** The files of a transcript after the change. */
export function mutated(files: Files, mutation: Case): Files {
  const changed = new Map(files)
  const bytes = Buffer.from(files.get(mutation.file) ?? [])
  switch (mutation.op) {
    case 'file-drop':
      changed.delete(mutation.file)
      break
    case 'file-put':
      changed.set(mutation.file, Buffer.from(String(mutation.with)))
      break
    case 'splice':
      changed.set(mutation.file, spliced(bytes, mutation))
      break
    case 'set':
    case 'put':
    case 'drop':
    case 'repeat':
    case 'swap':
      changed.set(mutation.file, edited(bytes, mutation))
      break
    default:
      changed.set(mutation.file, relined(bytes, mutation))
  }
  return changed
}

function spliced(bytes: Buffer, { at, with: parts }: Case): Uint8Array {
  const [length, text] = parts as [number, string]
  const from = Number(at) < 0 ? bytes.length + Number(at) : Number(at)
  return Buffer.concat([bytes.subarray(0, from), Buffer.from(text, 'latin1'), bytes.subarray(from + length)])
}

function edited(bytes: Buffer, mutation: Case): Uint8Array {
  const path = [...mutation.at.matchAll(/\.([^.[]+)|\[(\d+)\]/g)].map((step) => step[1] ?? Number(step[2]))
  const document = { root: JSON.parse(bytes.toString('utf8')) as Plain }
  let holder: Plain = document
  const steps: (string | number)[] = ['root', ...path]
  for (const step of steps.slice(0, -1)) holder = (holder as Record<string | number, Plain>)[step] as Plain
  edit(holder, steps.at(-1) as string | number, mutation)
  return Buffer.from(JSON.stringify(sorted(document.root)))
}

function edit(holder: Plain, last: string | number, { op, with: value }: Case): void {
  if (!Array.isArray(holder)) {
    const members = holder as Record<string, Plain>
    if (op === 'drop') Reflect.deleteProperty(members, last)
    else members[last] = value
  } else if (typeof last === 'number') {
    if (op === 'drop') holder.splice(last, 1)
    else if (op === 'repeat') holder.splice(last, 0, holder[last] as Plain)
    else if (op === 'swap') holder.splice(last - 1, 2, holder[last] as Plain, holder[last - 1] as Plain)
    else holder[last] = value
  }
}

function sorted(value: Plain): Plain {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object') return value
  const members = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(members.map(([key, member]) => [key, sorted(member)]))
}

function relined(bytes: Buffer, { file, op, at, with: value }: Case): Uint8Array {
  const packed = file.endsWith('.gz')
  const pack = (text: string) => (packed ? gzipSync(text) : Buffer.from(text))
  const text = (packed ? gunzipSync(bytes) : bytes).toString('utf8')
  if (op === 'line-open') return pack(text.slice(0, -1))
  const lines = text.split('\n').slice(0, -1)
  const index = Number(at) - 1
  const line = lines[index] as string
  if (op === 'line-set') lines[index] = String(value)
  else if (op === 'line-drop') lines.splice(index, 1)
  else if (op === 'line-repeat') lines.splice(index, 0, line)
  else lines.splice(index - 1, 2, line, lines[index - 1] as string)
  return pack(lines.map((l) => `${l}\n`).join(''))
}

/** Writes all cases with what came of them, for people to read. */
export function writeReport(name: string, lines: string[]): void {
  const folder = new URL('../target/', import.meta.url)
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(name, folder), lines.map((line) => `${line.replaceAll('\n', '\\n')}\n`).join(''))
}
