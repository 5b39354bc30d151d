/** Days as the server counts them: in UTC, written 2026-11-22. */

const DAY_MILLIS = 86_400_000;

/** So many days can be asked for at once. */
export const MOST_DAYS = 400;

export interface Period {
  readonly from: string;
  readonly to: string;
}

export function dayOf(time: Date): string {
  return time.toISOString().slice(0, 10);
}

/** A day that exists. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(millis(text)) && dayOf(new Date(millis(text))) === text;
}

export function plusDays(day: string, days: number): string {
  return dayOf(new Date(millis(day) + days * DAY_MILLIS));
}

/** Both ends are counted. */
export function length({ from, to }: Period): number {
  return Math.round((millis(to) - millis(from)) / DAY_MILLIS) + 1;
}

/** The days of a period in order. */
export function days(period: Period): string[] {
  return Array.from({ length: Math.max(0, length(period)) }, (_, i) => plusDays(period.from, i));
}

/** The Monday of a day's week. */
export function mondayOf(day: string): string {
  return plusDays(day, -((new Date(millis(day)).getUTCDay() + 6) % 7));
}

/** Periods that people ask for. */
export function usualPeriods(today: string): { readonly name: string; readonly period: Period }[] {
  const month = `${today.slice(0, 7)}-01`;
  const lastMonthsEnd = plusDays(month, -1);
  return [
    { name: 'Last 7 days', period: { from: plusDays(today, -6), to: today } },
    { name: 'Last 30 days', period: { from: plusDays(today, -29), to: today } },
    { name: 'This month', period: { from: month, to: today } },
    { name: 'Last month', period: { from: `${lastMonthsEnd.slice(0, 7)}-01`, to: lastMonthsEnd } },
    { name: 'Last 365 days', period: { from: plusDays(today, -364), to: today } },
  ];
}

/** The period that an address asks for; the last 30 days where it asks for none that can be. */
export function periodOf(query: Readonly<Record<string, string>>, today: string): Period {
  const { from = '', to = '' } = query;
  const asked = { from, to };
  return objection(asked) === '' ? asked : { from: plusDays(today, -29), to: today };
}

/** What is wrong with a period, in words for whoever chose it; empty if nothing is. */
export function objection({ from, to }: Period): string {
  if (!isDay(from) || !isDay(to)) {
    return 'Choose a first and a last day.';
  }
  if (from > to) {
    return 'The first day is after the last one. Choose an earlier first day.';
  }
  return length({ from, to }) > MOST_DAYS ? `Choose ${MOST_DAYS} days at the most.` : '';
}

function millis(day: string): number {
  return Date.parse(`${day}T00:00:00Z`);
}
