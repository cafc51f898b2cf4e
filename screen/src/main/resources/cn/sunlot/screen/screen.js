/*
 * Keeps a draw screen up to date and counts along when a draw has just been made. Everything is in the page without it: each event
 * brings the whole screen, made by the server, and the counting ends with exactly that.
 */

/** Rows on the screen at once. */
export const SHOWN = 20
const PAGE = 1000
const RETRY = 10_000
/** How often, and how often at most, to look whether the task's next draw has begun. */
const LOOK = 10_000
const LOOKS = 720
const MADE = new Set(['drawn', 'closed', 'void'])
const SHORTEST = 4_000
const LONGEST = 40_000
const EACH = 250

/** How long the counting takes: long enough to watch a small draw, never longer than people wait. */
export function duration(total) {
  return Math.min(LONGEST, Math.max(SHORTEST, total * EACH))
}

const still = () => globalThis.matchMedia?.('(prefers-reduced-motion: reduce)').matches ?? true

/** Puts a screen into the page; counts along if the draw was made since the one before. */
export function show(root, html, options = {}) {
  const before = root.querySelector('.draw-screen')
  root.stopCounting?.()
  root.innerHTML = html
  const now = root.querySelector('.draw-screen')
  const fresh = before && Number(before.dataset.drawn) < Number(now.dataset.drawn)
  if (fresh && now.dataset.results && !(options.still ?? still)())
    return count(root, now, countsOf(before), html, options)
  return Promise.resolve()
}

/** What a screen has counted so far: all under '', and each stratum. */
function countsOf(screen) {
  const counts = new Map([['', Number(screen.dataset.drawn)]])
  for (const cell of screen.querySelectorAll('[data-stratum]'))
    counts.set(cell.dataset.stratum, Number(cell.textContent.replace(/\D/g, '')))
  return counts
}

/** Shows the result from what was counted before on, in its order, the last rows only. */
export async function count(root, screen, before, html, options = {}) {
  const from = before.get('') ?? 0
  const fetchRows = options.fetch ?? rowsOf
  const total = Number(screen.dataset.drawn)
  const parts = {
    number: screen.querySelector('[data-count]'),
    bar: screen.querySelector('.ds-bar'),
    list: screen.querySelector('[data-rows]'),
    row: screen.querySelector('[data-row]'),
    newest: screen.querySelector('[data-newest]'),
    rest: screen.querySelector('[data-rest]'),
    shown: Number(screen.dataset.shown) || SHOWN,
    strata: new Map([...screen.querySelectorAll('[data-stratum]')].map((cell) => [cell.dataset.stratum, cell])),
  }
  let stopped = false
  root.stopCounting = () => (stopped = true)
  screen.querySelector('.ds-say').textContent = screen.dataset.playing
  for (const later of screen.querySelectorAll('[data-after]')) later.hidden = true
  parts.list.hidden = false
  parts.list.replaceChildren()
  parts.number.textContent = from.toLocaleString('en')
  parts.bar.value = from
  const drawn = new Map()
  for (const [stratum, cell] of parts.strata) {
    drawn.set(stratum, before.get(stratum) ?? 0)
    cell.textContent = drawn.get(stratum).toLocaleString('en')
  }
  putRest(parts, from, drawn)
  try {
    let rows = []
    let next = 1 + from
    let done = from
    const begun = (options.now ?? clock)()
    while (!stopped && done < total) {
      const passed = (options.now ?? clock)() - begun
      const due = Math.min(total, Math.max(from, Math.floor((passed / duration(total - from)) * (total - from)) + from))
      while (!stopped && next <= due) {
        const page = await fetchRows(screen.dataset.results, next, Math.min(PAGE, total - next + 1))
        if (page.length === 0) throw new Error('no rows')
        rows = rows.slice(-SHOWN).concat(page)
        next += page.length
      }
      if (stopped) return
      if (due > done) advance(parts, rows, done, due, drawn)
      done = due
      if (done < total) await (options.pause ?? pause)()
    }
  } catch {
    // What counts is in the screen itself, which follows.
  }
  if (!stopped) root.innerHTML = html
}

function advance(parts, rows, done, due, drawn) {
  const fresh = rows.filter((row) => row.n > done && row.n <= due)
  for (const row of fresh) drawn.set(row.stratum, (drawn.get(row.stratum) ?? 0) + 1)
  for (const [stratum, cell] of parts.strata) cell.textContent = drawn.get(stratum).toLocaleString('en')
  parts.number.textContent = due.toLocaleString('en')
  parts.bar.value = due
  putRest(parts, due, drawn)
  // Where they come by the hundred, each stands still, or nobody could read any.
  const few = fresh.length * 2 <= parts.shown
  for (const row of fresh.slice(-parts.shown)) parts.list.append(line(parts.row, row, few))
  while (parts.list.childElementCount > parts.shown) parts.list.firstElementChild.remove()
  const last = fresh.at(-1)
  if (parts.newest && last) parts.newest.textContent = `${last.label} ${last.first}${last.secondNamed ? ' ' + last.second : ''}`
}

/** Strata that have no line of their own are counted together. */
function putRest(parts, all, drawn) {
  if (!parts.rest) return
  let own = 0
  for (const stratum of parts.strata.keys()) own += drawn.get(stratum) ?? 0
  parts.rest.textContent = (all - own).toLocaleString('en')
}

function line(template, row, moving) {
  const li = template.content.cloneNode(true).firstElementChild
  li.classList.toggle('new', moving)
  const put = (field, text, name) => {
    const cell = li.querySelector(`[data-f="${field}"]`)
    cell.textContent = text
    cell.className += name
  }
  put('n', row.n.toLocaleString('en'), '')
  put('stratum', row.label, '')
  put('first', row.first, row.firstNamed ? 'ds-name' : 'ds-hex')
  put('second', row.second, row.secondNamed ? 'ds-name' : 'ds-hex ds-ticket')
  return li
}

async function rowsOf(address, from, size) {
  const answer = await fetch(`${address}?from=${from}&size=${size}`)
  if (!answer.ok) throw new Error(String(answer.status))
  return (await answer.json()).rows
}

const clock = () => performance.now()
const pause = () => new Promise((resolve) => setTimeout(resolve, 80))

/**
 * Follows a draw.
 *
 * @param root element whose content is the screen
 * @param address of the stream
 * @param line told 'live', 'lost', 'full' and 'over'
 * @param next told once of the draw that follows in the same task, as `address` answers; `every` in milliseconds
 * @returns what ends it
 */
export function follow(root, address, line = () => {}, next) {
  let source
  let waiting
  const end = () => {
    clearTimeout(waiting)
    source?.close()
  }
  const open = () => {
    source = new EventSource(address)
    source.onopen = () => line('live')
    source.addEventListener('screen', (event) => void show(root, JSON.parse(event.data).html))
    source.addEventListener('end', () => {
      end()
      line('over')
    })
    source.onerror = () => {
      // A refused stream stays closed; a broken one opens itself again.
      const refused = source.readyState === 2
      line(refused ? 'full' : 'lost')
      if (refused) waiting = setTimeout(open, RETRY)
    }
  }
  open()
  const stopLooking = next ? lookForNext(root, next) : () => {}
  return () => {
    root.stopCounting?.()
    stopLooking()
    end()
  }
}

/** From when a draw is made on: the teams of a task are drawn after its targets, on a screen of their own. */
export function lookForNext(root, { address, found, every = LOOK }) {
  let looks = 0
  let timer
  let stopped = false
  const look = async () => {
    const made = MADE.has(root.querySelector('.draw-screen')?.dataset.state)
    const draw = made ? await nextOf(address) : undefined
    if (stopped) return
    if (draw) found(draw)
    else if (++looks < LOOKS) timer = setTimeout(look, every)
  }
  timer = setTimeout(look, every)
  return () => {
    stopped = true
    clearTimeout(timer)
  }
}

/** Nothing while there is none, or while it cannot be asked. */
async function nextOf(address) {
  try {
    const answer = await fetch(address)
    return answer.status === 200 ? await answer.json() : undefined
  } catch {
    return undefined
  }
}

/** The page of the public site, which says itself where its stream is. */
export function start(root = document.querySelector('[data-stream]')) {
  const screen = root?.querySelector('.draw-screen')
  if (!screen || screen.dataset.over === 'true') return
  const says = document.querySelector('[data-line]')
  const link = document.querySelector('[data-next-draw]')
  const found = (draw) => {
    link.href = draw.address
    link.textContent = draw.title
    link.parentElement.hidden = false
    // One line has no room for both, and the next draw is one of the others.
    const others = document.querySelector('[data-others]')
    if (others) others.hidden = true
  }
  follow(root, root.dataset.stream, (line) => (says.textContent = says.dataset[line] ?? ''), {
    address: root.dataset.next,
    found,
  })
}

if (typeof document !== 'undefined') start()
