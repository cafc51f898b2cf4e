/** The few ways in which the page is changed; nothing is ever set as HTML. */

/** An element with a class, and texts or elements in it. */
export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  if (className) made.className = className
  made.append(...children)
  return made
}

/** An element that the server's page has, of a type. */
export function byId<T extends HTMLElement>(id: string, type: new () => T): T {
  const found = document.getElementById(id)
  if (!(found instanceof type)) throw new Error(`The page has no ${id}`)
  return found
}

/** A text of the server's page, from a data attribute of the section, with its arguments. */
export function word(section: HTMLElement, name: string, ...args: (string | number)[]): string {
  const text = section.dataset[name] ?? ''
  return text.replace(/\{(\d)\}/g, (place, i: string) => String(args[Number(i)] ?? place))
}
