import type { Mark } from './evidence'

/** Strokes of the answers' glyphs on a 16 by 16 grid: on the page and in the picture of the table. */
export const MARK_SHAPES: Readonly<Record<Mark, string>> = {
  fine: 'M3 8.5l3.25 3.25L13 4.75',
  risky: 'M8 2.25 14.5 13.5h-13ZM8 6.5v3.25M8 11.35v.4',
  fact: 'M10 8a2 2 0 1 1-4 0 2 2 0 0 1 4 0Z',
  stopped: 'M8 1.75 13.25 4v4c0 3-2.25 5.25-5.25 6.25C5 13.25 2.75 11 2.75 8V4ZM5.5 8l1.9 1.9 3.3-3.6',
  breach:
    'M1.75 5.25c3.9-1.3 8.6-1.3 12.5 0 .1 4.6-1.6 7-3.3 7-1.4 0-1.7-1.4-2.95-1.4s-1.55 1.4-2.95 1.4c-1.7 0-3.4-2.4-3.3-7ZM4.5 7.5h2M9.5 7.5h2',
  absent: 'M3.5 8h9',
  unknown: 'M14 8A6 6 0 1 1 2 8a6 6 0 0 1 12 0ZM8 4.5V8l2.5 1.5',
}

/** What a glyph says, for whoever does not see it. */
export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  fine: 'not so',
  risky: 'so it is',
  fact: 'fact',
  stopped: 'tried, the defence worked',
  breach: 'tried, and it worked',
  absent: 'no such thing',
  unknown: 'not known yet',
}
