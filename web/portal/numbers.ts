/** Numbers, days and times as people read them. */

const COUNT = new Intl.NumberFormat('en', { maximumFractionDigits: 0 });
const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' });
const TIME = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });
const EXACT = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' });

/** With separators: 12,345. */
export function countText(number: number): string {
  return COUNT.format(number);
}

/** A number of things: 1 request, 2 requests. */
export function plural(number: number, one: string, many = `${one}s`): string {
  return `${countText(number)} ${number === 1 ? one : many}`;
}

/** A share of 1 in per cent, with the digits that matter and never rounded to none. */
export function percentText(share: number): string {
  const percent = share * 100;
  if (percent > 0 && percent < 0.01) {
    return 'less than 0.01\u00a0%';
  }
  const digits = percent === 0 || percent >= 99.95 ? 0 : percent >= 1 ? 1 : 2;
  return `${percent.toFixed(digits)}\u00a0%`;
}

/** The day of a day or time: 22 Nov 2026. What is no day stays as it is. */
export function dayText(day: string): string {
  return format(DAY, day);
}

/** A time to the minute: 22 Nov 2026, 03:56. */
export function timeText(time: string): string {
  return format(TIME, time);
}

/** A time to the second. */
export function exactTimeText(time: string): string {
  return format(EXACT, time);
}

/** How long something has run, by its two largest units: 3 days 4 h. */
export function durationText(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const days = Math.floor(hours / 24);
  if (days > 0) {
    return `${plural(days, 'day')} ${hours % 24} h`;
  }
  if (hours > 0) {
    return `${hours} h ${minutes % 60} min`;
  }
  return minutes > 0 ? `${minutes} min` : `${Math.max(0, Math.floor(seconds))} s`;
}

function format(form: Intl.DateTimeFormat, text: string): string {
  const time = new Date(text);
  return Number.isNaN(time.getTime()) ? text : form.format(time);
}
