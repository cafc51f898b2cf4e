import { readFileSync } from 'node:fs'

const FOLDER = new URL('../../../../docs/checklist/', import.meta.url)

/** The files by which the platform is tested too. */
export const read = (name: string) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8'))
export const GENERATED = new URL('vectors/generated.json', FOLDER)
