/** What a column that may not be null holds in a row that was written before the column existed. */
export const EMPTY = { text: '', integer: 0, boolean: false, list: [] as string[] }
