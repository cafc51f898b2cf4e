/** Repeats a draw from its transcript and reports each check of section 12. Reads whatever it is given. */
import type { TranscriptFiles } from '../files/transcriptFiles.ts'
import { CHECKS, type Report } from './report.ts'
import { Findings } from './findings.ts'
import { folderFiles } from '../files/transcriptFiles.ts'
import { Refusal, say } from '../text/say.ts'
import { transcriptLogCheck } from '../log/transcriptLogCheck.ts'
import { Verification, type Options } from './verification.ts'
import { zipFiles } from '../files/zip.ts'

/** Verifies a zip; `name` is its file name, for messages. */
export const verifyZip = (name: string, zip: Uint8Array, options: Options = {}): Report =>
  verify(name, () => zipFiles(name, zip), options)

/** Verifies the files of a folder, by their names in it. */
export const verifyFolder = (
  name: string,
  contents: ReadonlyMap<string, Uint8Array>,
  options: Options = {},
): Report => verify(name, () => folderFiles(contents), options)

function verify(name: string, open: () => TranscriptFiles, options: Options): Report {
  try {
    return new Verification(open(), { log: transcriptLogCheck(), ...options }).run()
  } catch (e) {
    if (!(e instanceof Refusal)) throw e
    const findings = new Findings()
    findings.fail('V1', name, 0, e.say)
    const others = CHECKS.filter((check) => check !== 'V1')
    others.forEach((check) => findings.notChecked(check, say('skip.unreadable')))
    return { outcomes: findings.outcomes(), warnings: [] }
  }
}
