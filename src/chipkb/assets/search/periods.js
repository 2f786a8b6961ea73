// The time that a question is about: years, halves, quarters, months and days, in both languages.

const YEAR = "(?<year>(?:19[5-9]|20[0-3])\\d)";
const SHORT = "(?<short>[0-3]\\d)";
const RECENT = "(?<short>[12]\\d)"; // glued to letters, where H100 is a name
const NUMERALS = { 一: 1, 二: 2, 三: 3, 四: 4, first: 1, second: 2, third: 3, fourth: 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4 };
const STRETCHES = [
  "(?<nine>前三个?季度?|三季报|(?:1|一)\\s*[-–—~至到]\\s*(?:9|九)月|前九个?月|first nine months|nine months|9m)",
  "(?<half>[上下]半年|中报|半年报|h[12]|[12]h|first half|second half|(?:1st|2nd) half)",
  "第?(?<quarter>[一二三四1-4](?=个?季度|季)|q[1-4]|[1-4]q|(?:first|second|third|fourth|1st|2nd|3rd|4th)(?= quarter))(?:季报|个?季度?| quarter)?",
].join("|");
const MONTH = "(?<month>1[0-2]|0?[1-9])\\s*月(?:份)?(?:\\s*(?<day>3[01]|[12]\\d|0?[1-9])\\s*[日号])?";
const IN_YEAR = `${STRETCHES}|${MONTH}`;
const OF = "\\s*(?:年度?|财年|of|in|,|-|'|’)?\\s*(?:of |in )?";
const SUFFIX = "(?:\\s*(?:年度|财年|年底|年末|年|fiscal year|fiscal|fy))?";
const PATTERNS = [
  // 2025年上半年, 2025 Q3, 2025年12月5日
  `${YEAR}${OF}(?:${IN_YEAR})`,
  `${SHORT}年\\s*(?:${IN_YEAR})`,
  // 25Q3, 25上半年; no month: 25 12月
  `${RECENT}\\s*(?:${STRETCHES})`,
  // H1 2025, third quarter of 2025, 1H25, 9M 2025
  `(?:${IN_YEAR})${OF}(?:fy)?(?:${YEAR}|${RECENT}(?!\\d|年))`,
  // 2023 to 2025
  `${YEAR}年?\\s*(?:[-–—~至到]|to|through|until)\\s*(?<until>(?:19[5-9]|20[0-3])\\d)${SUFFIX}`,
  `(?:(?:fy|fiscal(?: year)?)\\s*)?${YEAR}${SUFFIX}`,
  `(?:fy|fiscal(?: year)?)\\s*['’]?${SHORT}(?!\\d)`,
  `${SHORT}(?:年度|财年|年)`,
  // Sales '24; and bare after a word, at the end: net profit 24.
  `['’]${SHORT}(?![\\d.])`,
  "(?<=[a-z]{3} )(?<short>19|2\\d)$",
  "(?<relative>去年|上年|前年|今年|本年|明年|last year|this year|next year|previous year)",
  // Glued to the number of a model, 年 after it: H202024年.
  `(?<=[a-z]\\d{1,4})${YEAR}年`,
  // A part of any year.
  `(?:${IN_YEAR})`,
].map((pattern) => new RegExp(`${pattern.startsWith("(?<=") ? "" : "(?<![\\d.])"}${pattern}(?:(?<=[年季度月日号期报])|(?![\\d.]*\\d))`, "g"));
const FISCAL = /fy|fiscal|财年/;
const RELATIVE = { 去年: -1, 上年: -1, 前年: -2, 今年: 0, 本年: 0, 明年: 1, "last year": -1, "previous year": -1, "this year": 0, "next year": 1 };

/**
 * Periods in a normalised text: [{start, end, first, last, text}], days as 20250131. A part of no named year
 * has `months` [from, to] and no days. `year` is this year.
 */
export function periodsIn(text, year) {
  const found = [];
  for (const pattern of PATTERNS) {
    for (const match of text.matchAll(pattern)) {
      const [start, end] = [match.index, match.index + match[0].length];
      if (found.some((other) => start < other.end && end > other.start)) continue;
      if (!standsAlone(text, start, end, match)) continue;
      const period = read(match.groups, year, FISCAL.test(match[0]));
      if (period) found.push({ start, end, text: match[0].trim(), ...period });
    }
  }
  return found.sort((a, b) => a.start - b.start);
}

/** Digits inside a Latin word are its own (S2000, A100), but a year may be glued to a name: AMD2025年. */
function standsAlone(text, start, end, { groups }) {
  const before = /[a-z]+$/.exec(text.slice(0, start))?.[0] ?? "";
  const after = /^[a-z]/.test(text.slice(end));
  if (after && /\d$/.test(text.slice(start, end))) return false;
  if (!before) return true;
  const named = Boolean(groups.year) && (before.length > 2 || /[年季月]$/.test(text.slice(start, end)));
  return named && !/[a-z]{1,2}\d/.test(text.slice(start - 2, start));
}

function read(groups, thisYear, fiscal) {
  if (groups.relative) return daysOf(thisYear + RELATIVE[groups.relative], 1, 12);
  const year = groups.year ? Number(groups.year) : groups.short ? 2000 + Number(groups.short) : null;
  if (groups.until) return { first: year * 10000 + 101, last: Number(groups.until) * 10000 + 1231, several: true };
  const [from, to] = months(groups);
  if (year === null) return from === 1 && to === 12 ? null : { months: [from, to] };
  if (groups.day) {
    const day = year * 10000 + from * 100 + Number(groups.day);
    return { first: day, last: day };
  }
  const time = daysOf(year, from, to);
  return fiscal && from === 1 && to === 12 ? { ...time, fiscal: year } : time;
}

function months({ nine, half, quarter, month }) {
  if (nine) return [1, 9];
  if (half) return /上|1|first|报/.test(half) ? [1, 6] : [7, 12];
  if (quarter) {
    const number = Number(/[1-4]/.exec(quarter)?.[0] ?? NUMERALS[quarter]);
    return [3 * number - 2, 3 * number];
  }
  return month ? [Number(month), Number(month)] : [1, 12];
}

/** The days from the first of a month of a year to the last of another. */
export function daysOf(year, from, to) {
  return { first: year * 10000 + from * 100 + 1, last: year * 10000 + to * 100 + new Date(year, to, 0).getDate() };
}

const whole = (fact) => fact.last - fact.first;
const monthOf = (day) => Math.floor(day / 10000) * 12 + (Math.floor(day / 100) % 100);
/** Twelve months, or thirteen that are touched: from 27 January to 26 January. */
const isBusinessYear = ({ first, last }) => [11, 12].includes(monthOf(last) - monthOf(first));
const LEAST_SHARED = 5; // half a year: from July to December
const YEN = /日元|yen|jpy/i;

/** A business year is called after the year in which it ends; in Japan after the one in which it begins. */
const businessYear = (fact) => Math.floor((YEN.test(fact.value ?? "") ? fact.first : fact.last) / 10000);

/**
 * How well a fact's time is the one asked for: 3 the same, 2 within it, 1 overlapping it, 0 another.
 * A month or a quarter of a year that was asked for whole is within it; a year is no answer for its quarter.
 */
export function fits(fact, period) {
  if (!fact.first) return 0;
  if (period.months) {
    const [from, to] = [Math.floor(fact.first / 100) % 100, Math.floor(fact.last / 100) % 100];
    return from === period.months[0] && to === period.months[1] ? 3 : from >= period.months[0] && to <= period.months[1] ? 2 : 0;
  }
  if (fact.first === period.first && fact.last === period.last) return 3;
  // Quarters of the calendar's year may be of another business year.
  if (period.fiscal && fact.first !== fact.last) return isBusinessYear(fact) && businessYear(fact) === period.fiscal ? 3 : 0;
  if (fact.first >= period.first && fact.last <= period.last) return 2;
  const isYear = period.last - period.first >= 1130;
  if (!isYear || fact.first > period.last || fact.last < period.first || whole(fact) > 20000) return 0;
  const shared = monthsShared(fact, period);
  // A business year that is mostly this one says more of it than its quarters do.
  return shared >= LEAST_SHARED && isBusinessYear(fact) ? 2 + shared / 24 : 1 + shared / 24;
}

/** Months from the first to the last that both have. Of two business years that overlap the year, the one with more of it is meant. */
function monthsShared(fact, period) {
  return Math.min(monthOf(fact.last), monthOf(period.last)) - Math.max(monthOf(fact.first), monthOf(period.first));
}
