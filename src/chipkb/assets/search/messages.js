// Messages between page and worker. The first four are Material's.

export const SETUP = 0;
export const READY = 1;
export const QUERY = 2;
export const RESULT = 3;
/** Ours, which Material ignores: what belongs to a result beside the list; other languages' results; a plea for them. */
export const EXTRAS = 10;
export const OTHERS = 11;
export const ASK_OTHERS = 12;
