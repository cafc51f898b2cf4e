/** The script of the draw screen, plain because the public site serves it as it is. */
declare module '@screen/screen.js' {
  export interface ScreenRow {
    n: number
    stratum: string
    label: string
    first: string
    firstNamed: boolean
    second: string
    secondNamed: boolean
  }
  export interface Counting {
    still?: () => boolean
    fetch?: (address: string, from: number, size: number) => Promise<ScreenRow[]>
    now?: () => number
    pause?: () => Promise<void>
  }
  export type Line = 'live' | 'lost' | 'full' | 'over'
  export const SHOWN: number
  export function duration(total: number): number
  export function show(root: HTMLElement, html: string, options?: Counting): Promise<void>
  export interface Next<D> {
    address: string
    found: (draw: D) => void
    every?: number
  }
  export function follow<D>(
    root: HTMLElement,
    address: string,
    line?: (line: Line) => void,
    next?: Next<D>,
  ): () => void
  export function lookForNext<D>(root: HTMLElement, next: Next<D>): () => void
  export function start(root?: HTMLElement | null): void
}
