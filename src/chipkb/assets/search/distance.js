// Edit distance with transposition, weighted, of a pattern anywhere in a text.

const SWAP = 0.8;

/**
 * The cheapest way to find `pattern` in `text`: it may begin and end anywhere, beginning inside costs
 * `lateStart`. `differ(a, b)` prices replacing a character. Gives {cost, start, end}.
 */
export function align(pattern, text, differ, lateStart = 0.3) {
  const width = text.length + 1;
  let previous = new Float32Array(width).map((_, j) => (j ? lateStart : 0));
  let current = new Float32Array(width);
  let beforePrevious = new Float32Array(width);
  let previousStart = new Int32Array(width).map((_, j) => j);
  let currentStart = new Int32Array(width);
  let beforePreviousStart = new Int32Array(width);

  for (let i = 1; i <= pattern.length; i++) {
    current[0] = i;
    currentStart[0] = 0;
    for (let j = 1; j < width; j++) {
      let best = previous[j - 1] + differ(pattern[i - 1], text[j - 1]);
      let start = previousStart[j - 1];
      if (previous[j] + 1 < best) [best, start] = [previous[j] + 1, previousStart[j]];
      if (current[j - 1] + 1 < best) [best, start] = [current[j - 1] + 1, currentStart[j - 1]];
      if (i > 1 && j > 1 && pattern[i - 1] === text[j - 2] && pattern[i - 2] === text[j - 1]) {
        const swapped = beforePrevious[j - 2] + SWAP;
        if (swapped < best) [best, start] = [swapped, beforePreviousStart[j - 2]];
      }
      current[j] = best;
      currentStart[j] = start;
    }
    [beforePrevious, previous, current] = [previous, current, beforePrevious];
    [beforePreviousStart, previousStart, currentStart] = [previousStart, currentStart, beforePreviousStart];
  }
  let end = 0;
  for (let j = 1; j < width; j++) {
    // Of equal costs the longer match: "moor" in "moore" should reach as far as it can.
    if (previous[j] <= previous[end]) end = j;
  }
  return { cost: previous[end], start: previousStart[end], end };
}
