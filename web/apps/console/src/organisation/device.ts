/** Browsers and apps as people call them; the first that fits, because most of them claim to be the others too. */
const PROGRAMS: [RegExp, string][] = [
  [/DingTalk/, '钉钉'],
  [/wxwork/i, '企业微信'],
  [/MicroMessenger/, '微信'],
  [/Edg(e|A|iOS)?\//, 'Edge'],
  [/(QQBrowser|MQQBrowser)\//, 'QQ 浏览器'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPad/, 'iPad'],
  [/iPhone/, 'iPhone'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

const first = (names: [RegExp, string][], agent: string) => names.find(([sign]) => sign.test(agent))?.[1]

/** What a session was opened with, from what the browser calls itself; undefined where that says nothing. */
export function deviceOf(agent: string): string | undefined {
  const known = [first(PROGRAMS, agent), first(SYSTEMS, agent)].filter((name) => name !== undefined)
  return known.length > 0 ? known.join(' · ') : undefined
}
