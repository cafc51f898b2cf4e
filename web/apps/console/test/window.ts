/** Makes the window a phone, or wide again, for components mounted afterwards. */
export function setNarrow(narrow: boolean): void {
  window.matchMedia = (query: string) =>
    ({
      media: query,
      matches: narrow && query.includes('max-width'),
      addEventListener: () => undefined,
      removeEventListener: () => undefined,
    }) as unknown as MediaQueryList
}
