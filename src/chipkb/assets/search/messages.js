// Messages between page and worker. The first four are Material's.

export const SETUP = 0;
export const READY = 1;
export const QUERY = 2;
export const RESULT = 3;
/** Ours, which Material ignores: what belongs to a result beside the list; other languages' results; a plea for them. */
export const EXTRAS = 10;
export const OTHERS = 11;
export const ASK_OTHERS = 12;
/** The page's plea to begin when Material never sent its own; the worker's word that files were lost. */
export const START = 13;
export const LOST = 14;
