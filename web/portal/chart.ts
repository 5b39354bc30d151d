/** Bars of requests, stacked by how they were answered. The table beside it says the same in numbers. */
import { h, svg } from './dom.js';
import { countText, dayText, plural } from './numbers.js';
import { type Bar, marks, total } from './usage-bars.js';

const HEIGHT = 220;
const TOP = 12;
const BOTTOM = 28;
const RIGHT = 8;
/** Room for one date below the bars. */
const DATE_WIDTH = 96;
const PARTS = [
  { name: 'ok', text: 'answered' },
  { name: 'refused', text: 'refused' },
  { name: 'failed', text: 'failed' },
] as const;

/** @param summary what the picture shows, for who cannot see it */
export function chart(bars: readonly Bar[], summary: string): HTMLElement {
  const place = h('div', { class: 'plot' });
  const legend = h(
    'ul',
    { class: 'legend' },
    ...PARTS.map(({ name, text }) => h('li', {}, h('span', { class: `swatch ${name}`, 'aria-hidden': 'true' }), text)),
  );
  // why drawn again: a picture that is only scaled has letters that nobody can read on a phone
  new ResizeObserver(() => place.replaceChildren(draw(bars, summary, place.clientWidth))).observe(place);
  return h('div', { class: 'chart' }, place, legend);
}

function draw(bars: readonly Bar[], summary: string, width: number): SVGSVGElement {
  const ticks = marks(Math.max(...bars.map(total), 0));
  const top = ticks.at(-1) ?? 1;
  const left = 14 + 7.5 * countText(top).length;
  const y = (count: number): number => HEIGHT - BOTTOM - (count / top) * (HEIGHT - BOTTOM - TOP);
  const slot = Math.max(1, width - left - RIGHT) / Math.max(1, bars.length);
  return svg(
    'svg',
    { role: 'img', 'aria-label': summary, width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}` },
    ...ticks.flatMap((count) => [
      svg('line', { class: 'grid', x1: left, x2: width - RIGHT, y1: y(count), y2: y(count) }),
      svg('text', { class: 'tick', x: left - 6, y: y(count) + 4, 'text-anchor': 'end' }, countText(count)),
    ]),
    ...bars.map((bar, i) => column(bar, left + i * slot, slot, y)),
    ...dates(bars, left, slot, width),
  );
}

function column(bar: Bar, x: number, slot: number, y: (count: number) => number): SVGGElement {
  const gap = slot > 6 ? slot * 0.2 : slot > 2 ? 1 : 0;
  let below = 0;
  const parts = PARTS.filter(({ name }) => bar[name] > 0).map(({ name }) => {
    const foot = y(below);
    below += bar[name];
    // why at least 1: a single failure among thousands is what somebody looks for
    const height = Math.max(1, foot - y(below));
    return svg('rect', { class: name, x: x + gap / 2, y: foot - height, width: slot - gap, height });
  });
  const touch = svg('rect', { class: 'touch', x, y: TOP, width: slot, height: HEIGHT - BOTTOM - TOP });
  return svg('g', {}, svg('title', {}, textOf(bar)), touch, ...parts);
}

function textOf(bar: Bar): string {
  const when = bar.from === bar.to ? dayText(bar.from) : `${dayText(bar.from)} to ${dayText(bar.to)}`;
  return `${when}: ${plural(total(bar), 'request')}, ${countText(bar.refused)} refused, ${countText(bar.failed)} failed`;
}

/** As many dates as there is room for, evenly spread. */
function dates(bars: readonly Bar[], left: number, slot: number, width: number): SVGTextElement[] {
  const every = Math.max(1, Math.ceil(DATE_WIDTH / slot));
  return bars
    .map((bar, i) => ({ bar, middle: left + (i + 0.5) * slot, isShown: i % every === 0 }))
    .filter(({ middle, isShown }) => isShown && middle + DATE_WIDTH / 2 < width + DATE_WIDTH / 3)
    .map(({ bar, middle }) => {
      const x = Math.min(Math.max(middle, left + DATE_WIDTH / 4), width - RIGHT - DATE_WIDTH / 3);
      return svg('text', { class: 'tick', x, y: HEIGHT - 8, 'text-anchor': 'middle' }, dayText(bar.from));
    });
}
