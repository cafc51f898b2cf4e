/** The colour of a state: what it means, not how it looks. */
export type Tone = 'neutral' | 'active' | 'good' | 'warn' | 'bad'
