/** The script of the page /verify: takes a transcript, lets a worker verify it, shows what comes of it. */
import type { Answer, Request, VerifyRequest } from './protocol.ts'
import type { OwnLine } from '../ownLine.ts'
import { byId, word } from './dom.ts'
import { copyLog, load } from './publicLog.ts'
import { ProgressView } from './progressView.ts'
import { showReport } from './reportView.ts'

const section = byId('verifier', HTMLElement)
const form = byId('verify-form', HTMLFormElement)
const file = byId('file', HTMLInputElement)
const drop = byId('drop', HTMLElement)
const kept = byId('kept', HTMLTextAreaElement)
const keys = byId('keys', HTMLTextAreaElement)
const logFile = byId('log-file', HTMLInputElement)
const siteLog = byId('site-log', HTMLInputElement)
const problem = byId('problem', HTMLElement)
const progress = byId('progress', HTMLElement)
const report = byId('report', HTMLElement)
const own = byId('own', HTMLFormElement)
const ownAnswer = byId('own-answer', HTMLElement)
const progressView = new ProgressView(
  section,
  byId('bar', HTMLProgressElement),
  byId('now', HTMLElement),
  byId('steps', HTMLElement),
)

let name = ''

/** Whether the worker is at a transcript. */
let busy = false

/** There from the beginning, so that nothing has to be loaded when somebody has gone offline. */
let worker = startWorker()

function startWorker(): Worker {
  const started = new Worker(section.dataset.worker ?? '')
  started.onmessage = ({ data }: MessageEvent<Answer>) => take(data)
  started.onerror = () => fail(word(section, 'broken'))
  return started
}

const ask = (request: Request): void => worker.postMessage(request)

function stop(): void {
  if (busy) {
    worker.terminate()
    worker = startWorker()
  }
  busy = false
  progress.hidden = true
}

function fail(message: string): void {
  stop()
  problem.textContent = message
  problem.hidden = false
}

function take(answer: Answer): void {
  switch (answer.kind) {
    case 'ready':
      section.hidden = false
      break
    case 'begin':
      progressView.begin(answer)
      break
    case 'running':
      progressView.run(answer)
      break
    case 'done':
      progressView.finish(answer)
      break
    case 'report':
      busy = false
      progress.hidden = true
      report.hidden = false
      own.hidden = !answer.report.targets
      showReport(section, report, name, answer.report)
      break
    case 'own':
      ownAnswer.textContent = ownText(answer.line)
      break
    case 'mistyped':
      mistyped(answer)
  }
}

function mistyped({ field, message }: Extract<Answer, { kind: 'mistyped' }>): void {
  if (field === 'own') {
    ownAnswer.textContent = message
    return
  }
  busy = false
  fail(word(section, 'mistyped', message))
  const input = { kept, keys, log: logFile }[field]
  input.closest('details')?.setAttribute('open', '')
  input.focus()
}

function ownText(line: OwnLine): string {
  switch (line.where) {
    case 'nowhere':
      return word(section, 'ownNowhere', line.token)
    case 'roster':
      return word(section, 'ownRoster', line.token)
    case 'excluded':
      return word(section, 'ownExcluded', line.line, line.reason)
    case 'frame':
      return [
        word(section, 'ownFrame', line.line, line.stratum, line.size, line.quota),
        line.weight > 1 ? word(section, 'ownWeight', line.weight) : '',
        line.drawn
          ? word(section, 'ownDrawn', line.drawn.round, line.drawn.place)
          : word(section, 'ownNotDrawn'),
      ].join('')
  }
}

async function verify(chosen: string, content: Promise<ArrayBuffer>): Promise<void> {
  stop()
  name = chosen
  problem.hidden = true
  report.hidden = true
  own.hidden = true
  ownAnswer.textContent = ''
  let zip: ArrayBuffer
  let log: VerifyRequest['log']
  try {
    zip = await content
    log = await wholeLog()
  } catch {
    fail(word(section, 'notLoaded'))
    return
  }
  progress.hidden = false
  busy = true
  const language = document.documentElement.lang === 'en' ? 'en' : 'zh'
  ask({ kind: 'verify', name, zip, language, kept: kept.value, keys: keys.value, log })
}

/** A copy of the whole log that was chosen, or that of this site where that is wanted. */
async function wholeLog(): Promise<VerifyRequest['log']> {
  const [chosen] = logFile.files ?? []
  if (chosen) return { name: chosen.name, zip: await chosen.arrayBuffer() }
  return siteLog.checked ? copyLog(section.dataset.log ?? '') : undefined
}

form.addEventListener('submit', (event) => {
  event.preventDefault()
  const [chosen] = file.files ?? []
  const { transcript, name: published } = section.dataset
  if (chosen) void verify(chosen.name, chosen.arrayBuffer())
  else if (transcript) void verify(published ?? transcript, load(transcript))
  else fail(word(section, 'noFile'))
})

file.addEventListener('change', () => {
  if (file.files?.length) form.requestSubmit()
})

drop.addEventListener('dragover', (event) => {
  event.preventDefault()
  drop.classList.add('over')
})
drop.addEventListener('dragleave', () => drop.classList.remove('over'))
drop.addEventListener('drop', (event) => {
  event.preventDefault()
  drop.classList.remove('over')
  const [dropped] = event.dataTransfer?.files ?? []
  if (dropped) void verify(dropped.name, dropped.arrayBuffer())
})

byId('cancel', HTMLButtonElement).addEventListener('click', () => {
  fail(word(section, 'cancelled'))
  form.querySelector('button')?.focus()
})

own.addEventListener('submit', (event) => {
  event.preventDefault()
  ask({
    kind: 'own',
    unit: byId('own-unit', HTMLInputElement).value,
    salt: byId('own-salt', HTMLInputElement).value,
  })
})
