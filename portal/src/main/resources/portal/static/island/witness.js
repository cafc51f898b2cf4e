// A witness's own phone. The nonce is made here and stays here until the witness opens it; what is sent before is its fingerprint.

import { CHAIN, commitmentOf, fresh, grouped, hashOf, hex, isHex, power, utf8 } from './hash.js'
import { keep, kept, save, written } from './keep.js'
import { glass } from './glass.js'

const POLL = 2000
const id = (name) => document.getElementById(name)
const show = (name, on) => (id(name).hidden = !on)
const fill = (name, words) => document.querySelectorAll(`[data-fill=${name}]`).forEach((one) => (one.textContent = words))

let code = decodeURIComponent(location.hash.slice(1))
let seen = null
let mine = null
let busy = false
let sheet = null

async function send(what, body) {
  const answer = await fetch(`/w/${what}`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ code, ...body }),
  })
  if (answer.status === 404) return null
  if (!answer.ok) throw new Error(String(answer.status))
  return answer.json()
}

/** What is wrong with what was published, as the name of a text; '' if nothing is. */
function fault(draw) {
  if (draw.commitment && mine && draw.commitment !== mine.commitment) return 'foreign'
  if (!draw.commitmentHash || !mine) return ''
  if (mine.commitmentHash && mine.commitmentHash !== draw.commitmentHash) return 'changed'
  if (hex(hashOf(draw.suite)(utf8(draw.document))) !== draw.commitmentHash) return 'hash'
  const document = JSON.parse(draw.document)
  const party = document.parties.find((one) => one.party === mine.party)
  if (document.draw !== mine.draw || party?.commitment !== mine.commitment) return 'left-out'
  if (draw.supervises && (document.chain.head !== mine.chainHead || document.chain.length !== CHAIN)) return 'chain'
  return ''
}

const sentOf = (draw, kind, part = 0) =>
  draw.sent.filter((one) => one.kind === kind && one.part === part).at(-1)
const onItsWay = (draw, kind, part) => {
  const last = sentOf(draw, kind, part)
  return Boolean(last) && last.outcome === null
}

/** The one thing that the witness does or waits for now. */
function stepOf(draw) {
  // The code has ended: nothing is taken any more, and the page says why.
  if (draw.over) return draw.over
  if (!draw.commitment) {
    return onItsWay(draw, 'commit') ? 'sending' : 'make'
  }
  if (draw.state === 'prepared') return 'committed'
  if (fault(draw)) return 'alarm'
  if (draw.state === 'committed' && !draw.nonce) {
    if (!mine) return 'lost'
    if (onItsWay(draw, 'reveal')) return 'sending'
    return draw.logged ? 'reveal' : 'logging'
  }
  // Void for further rounds: there is nothing to open any more.
  const due = draw.supervises && !draw.voidCause && draw.waiting === 0 && draw.opened === draw.rounds
  if (due && (draw.state === 'revealed' || draw.rounds > 0)) {
    if (!mine?.chainSecret) return 'lost'
    return onItsWay(draw, 'open', draw.opened) ? 'drawing' : 'open'
  }
  if (draw.state === 'drawn' && !draw.signed) return onItsWay(draw, 'sign') ? 'sending' : 'sign'
  return draw.state === 'drawn' || draw.state === 'closed' ? 'done' : 'opened'
}

const STEPS = ['make', 'sending', 'committed', 'logging', 'reveal', 'opened', 'open', 'drawing', 'sign', 'done', 'void', 'too-late', 'lost', 'alarm']
const ORDER = { make: 0, sending: 0, committed: 1, logging: 1, lost: 2, reveal: 2, opened: 3, open: 3, drawing: 3, sign: 4, done: 5 }

function render() {
  const draw = seen
  const step = stepOf(draw)
  STEPS.forEach((name) => show(`step-${name}`, name === step))
  id('witness').dataset.step = step
  show('enter', false)
  show('about', true)
  for (const name of ['inviter', 'occasion', 'number', 'name', 'task', 'party']) fill(name, draw[name])
  for (const name of ['pool', 'frame', 'excluded']) fill(name, draw[name].toLocaleString())
  fill('quota', draw.strata.reduce((sum, one) => sum + one.quota, 0).toLocaleString())
  show('about-targets', draw.purpose === 'targets')
  show('about-inspectors', draw.purpose === 'inspectors')
  show('about-occasion', draw.occasion !== '')
  document.querySelectorAll('[data-supervises]').forEach((one) => (one.hidden = !draw.supervises))
  const wrong = fault(draw)
  document.querySelectorAll('[data-fault]').forEach((one) => (one.hidden = one.dataset.fault !== wrong))
  document.querySelectorAll('[data-cause]').forEach((one) => (one.hidden = one.dataset.cause !== draw.voidCause))
  document.querySelectorAll('#steps li').forEach((one, index) => {
    one.dataset.state = index < (ORDER[step] ?? 0) ? 'done' : index === ORDER[step] ? 'now' : 'later'
    if (index === ORDER[step]) one.setAttribute('aria-current', 'step')
    else one.removeAttribute('aria-current')
  })
  renderReceipt(draw, wrong)
  const opened = sentOf(draw, 'open', draw.opened)?.outcome
  show('refused', step === 'open' && Boolean(opened) && opened !== 'taken')
  fill('deadline', draw.revealBy ? clock(draw.revealBy) : '')
  fill('round', draw.opened)
  id('result').href = id('missed').href = `/draws/${draw.id}`
}

const clock = (at) =>
  new Date(at).toLocaleTimeString(document.documentElement.lang, { hour: '2-digit', minute: '2-digit', timeZone: 'Asia/Shanghai' })

function renderReceipt(draw, wrong) {
  show('receipt', Boolean(mine))
  if (!mine) return
  fill('draw', mine.draw)
  fill('own-commitment', grouped(mine.commitment))
  fill('own-nonce', grouped(mine.nonce))
  show('row-hash', Boolean(draw.commitmentHash))
  if (!draw.commitmentHash) return
  fill('hash', grouped(draw.commitmentHash))
  show('joined', wrong === '')
  if (wrong === '' && mine.commitmentHash !== draw.commitmentHash) {
    mine = { ...mine, commitmentHash: draw.commitmentHash }
    keep(draw.draw, draw.party, mine)
  }
}

async function look() {
  try {
    const next = await send('look', {})
    show('offline', false)
    if (next === null) return unknown()
    seen = next
    mine = kept(next.draw, next.party)
    render()
    return true
  } catch {
    show('offline', true)
    return true
  }
}

function unknown() {
  seen = null
  show('enter', true)
  show('about', false)
  show('receipt', false)
  show('unknown', code !== '')
  STEPS.forEach((name) => show(`step-${name}`, false))
  return false
}

async function watch() {
  for (;;) {
    if (seen && !busy) await look()
    await new Promise((done) => setTimeout(done, document.hidden ? 5 * POLL : POLL))
  }
}

/** Sends what a button stands for; the page then shows what became of it. */
async function act(what, body) {
  if (busy) return
  busy = true
  show('not-taken', false)
  try {
    const answer = await send(what, body())
    show('not-taken', answer !== null && answer.outcome !== 'received' && answer.outcome !== 'over')
  } catch {
    show('offline', true)
  } finally {
    busy = false
    await look()
  }
}

function make() {
  const { draw, party, suite, supervises } = seen
  if (!kept(draw, party)) {
    const nonce = fresh(suite, id('dice').value)
    const chainSecret = supervises ? fresh(suite, id('dice').value) : undefined
    const receipt = { draw, party, suite, nonce, commitment: commitmentOf(suite, draw, party, nonce), chainSecret }
    if (chainSecret) receipt.chainHead = power(suite, chainSecret, CHAIN)
    // Before anything is sent: a commitment whose nonce is lost makes the draw void.
    show('not-kept', !keep(draw, party, receipt))
  }
  mine = kept(draw, party)
  return { commitment: mine.commitment, head: mine.chainHead ?? null }
}

/** A receipt that was saved before, read back on this phone. */
async function restore(file) {
  const read = JSON.parse(await file.text())
  const { draw, party, suite, supervises } = seen
  const fits =
    read.draw === draw && read.party === party && isHex(String(read.nonce)) &&
    commitmentOf(suite, draw, party, read.nonce) === seen.commitment && (!supervises || isHex(String(read.chainSecret)))
  show('not-fitting', !fits)
  if (!fits) return
  const chainHead = supervises ? power(suite, read.chainSecret, CHAIN) : undefined
  keep(draw, party, { draw, party, suite, nonce: read.nonce, commitment: seen.commitment, commitmentHash: read.commitmentHash, chainSecret: read.chainSecret, chainHead })
  await look()
}

id('enter').addEventListener('submit', (event) => {
  event.preventDefault()
  code = id('code').value.trim()
  history.replaceState(null, '', `#${encodeURIComponent(code)}`)
  void look()
})
id('do-make').addEventListener('click', () => act('commit', make))
id('do-reveal').addEventListener('click', () => act('reveal', () => ({ nonce: mine.nonce })))
id('do-open').addEventListener('click', () =>
  act('open', () => ({ r: seen.opened, value: power(seen.suite, mine.chainSecret, CHAIN - 1 - seen.opened) })),
)
id('do-clear').addEventListener('click', () => sheet.clear())
id('do-sign').addEventListener('click', () => {
  show('nothing-signed', sheet.empty())
  if (!sheet.empty()) void act('sign', () => ({ png: sheet.png() }))
})
id('do-save').addEventListener('click', () => save(`${mine.draw}-${mine.party}.json`, written(mine)))
id('saved').addEventListener('change', (event) => {
  const file = event.target.files[0]
  if (file) restore(file).catch(() => show('not-fitting', true))
})
window.addEventListener('hashchange', () => {
  code = decodeURIComponent(location.hash.slice(1))
  void look()
})

sheet = glass(id('glass'))
id('witness').hidden = false
if (code) void look()
else unknown()
void watch()
