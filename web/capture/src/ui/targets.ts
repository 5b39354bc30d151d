/** The targets of an active challenge: dots to be joined by turning the head, one after the other. */
import type { LivenessActive, TrackingInfo } from '../../types/selfsame-capture.js';
import { type Point, targetPoint, targetRadius } from './geometry.js';
import { drawOval } from './oval.js';
import { COLOURS, type Field, glide, type Overlay } from './overlay.js';

/** A text beside the current target. */
export interface Tooltip {
  readonly enabled?: boolean;
  readonly text?: string;
}

export function drawTargets(overlay: Overlay, tracking: TrackingInfo, tooltip: Tooltip = {}): void {
  const active = tracking.livenessActive;
  if (active === undefined || active.stillFace || active.challengeCircles.length === 0) {
    overlay.drop('target');
    drawOval(overlay, tracking);
    return;
  }
  overlay.drop('dim');
  overlay.drop('oval');
  const field = overlay.layOut();
  const points = targetPoints(active, field);
  drawWay(overlay, field, points, active);
  points.forEach((point, index) => drawTarget(overlay, field, point, index, active));
  drawTooltip(overlay, field, points[active.targetChallengeIndex], tooltip);
}

function targetPoints(active: LivenessActive, field: Field): Point[] {
  const radius = targetRadius(field.area);
  return active.challengeCircles.map(({ pos }) => targetPoint(pos, field.middle, radius) ?? field.middle);
}

/** The line through the targets that are done, and the way to the next. */
function drawWay(overlay: Overlay, field: Field, points: readonly Point[], active: LivenessActive): void {
  const done = [field.middle, ...points.slice(0, active.targetChallengeIndex)];
  const line = { fill: 'none', 'stroke-width': field.stroke * 1.5, 'stroke-linecap': 'round' };
  overlay.part('target-shadow', 'polyline', {
    ...line,
    points: polyline([...done, points[active.targetChallengeIndex]]),
    stroke: 'rgba(0, 0, 0, 0.45)',
    'stroke-width': field.stroke * 3,
    'stroke-linejoin': 'round',
  });
  overlay.part('target-done', 'polyline', {
    ...line,
    points: done.length > 1 ? polyline(done) : '',
    stroke: COLOURS.good,
    'stroke-linejoin': 'round',
  });
  const last = done[done.length - 1];
  overlay.part('target-way', 'polyline', {
    ...line,
    points: active.targetChallengeIndex < points.length ? polyline([last, points[active.targetChallengeIndex]]) : '',
    stroke: overlay.steady('way', active.targetOnHover ? COLOURS.good : COLOURS.todo),
    'stroke-dasharray': active.targetOnHover ? 'none' : `${field.stroke * 0.1} ${field.stroke * 3.5}`,
  });
  const middle = { cx: field.middle.x, cy: field.middle.y, r: field.stroke * 2, fill: COLOURS.plain };
  overlay.part('target-middle', 'circle', { ...middle, stroke: 'rgba(0, 0, 0, 0.6)', 'stroke-width': 1 });
}

function drawTarget(overlay: Overlay, field: Field, at: Point, index: number, active: LivenessActive): void {
  const isDone = index < active.targetChallengeIndex;
  const isCurrent = index === active.targetChallengeIndex;
  const size = field.stroke * (isCurrent ? 6 : isDone ? 4 : 2.5);
  const isReached = isDone || (isCurrent && active.targetOnHover);
  const wanted = isReached ? COLOURS.good : isCurrent ? COLOURS.todo : COLOURS.plain;
  const colour = overlay.steady(`target-${index}`, wanted);
  const circle = overlay.part(`target-${index}`, 'circle', {
    cx: at.x,
    cy: at.y,
    r: size,
    fill: isCurrent && !active.targetOnHover ? 'rgba(8, 12, 20, 0.92)' : colour,
    'fill-opacity': isDone || isCurrent ? 1 : 0.5,
    stroke: isCurrent ? colour : 'rgba(0, 0, 0, 0.6)',
    'stroke-width': isCurrent ? field.stroke * 1.5 : 1,
  });
  glide(circle, 'fill r');
  drawMark(overlay, field, at, index, isDone, isCurrent && !active.targetOnHover);
}

/** A tick on what is done and an arrow on what is next, so that nothing is told by colour alone. */
function drawMark(overlay: Overlay, field: Field, at: Point, index: number, isDone: boolean, isNext: boolean): void {
  const s = field.stroke;
  const away = (Math.atan2(at.y - field.middle.y, at.x - field.middle.x) * 180) / Math.PI;
  const tick = `M${-1.6 * s} 0L${-0.4 * s} ${1.2 * s}L${1.8 * s} ${-1.3 * s}`;
  const arrow = `M${-1 * s} ${-2 * s}L${1.4 * s} 0L${-1 * s} ${2 * s}`;
  overlay.part(`target-${index}-mark`, 'path', {
    d: isDone ? tick : isNext ? arrow : '',
    transform: `translate(${at.x} ${at.y})` + (isNext ? ` rotate(${away})` : ''),
    fill: 'none',
    stroke: isDone ? '#06210f' : COLOURS.todo,
    'stroke-width': s * 0.9,
    'stroke-linecap': 'round',
    'stroke-linejoin': 'round',
  });
}

function drawTooltip(overlay: Overlay, field: Field, at: Point | undefined, tooltip: Tooltip): void {
  if (tooltip.enabled !== true || !tooltip.text || at === undefined) {
    overlay.drop('target-tooltip');
    return;
  }
  const isLow = at.y > field.middle.y;
  const text = overlay.part('target-tooltip', 'text', {
    x: field.middle.x,
    y: at.y + (isLow ? -1 : 1) * field.stroke * 10 + 6,
    'text-anchor': 'middle',
    fill: COLOURS.plain,
    stroke: 'rgba(0, 0, 0, 0.8)',
    'stroke-width': 4,
    'paint-order': 'stroke',
    'font-size': Math.max(15, field.stroke * 4),
    'font-family': 'system-ui, sans-serif',
    'font-weight': 600,
  });
  text.textContent = tooltip.text.slice(0, 80);
}

function polyline(points: readonly (Point | undefined)[]): string {
  return points
    .filter((point): point is Point => point !== undefined)
    .map((point) => `${point.x.toFixed(1)},${point.y.toFixed(1)}`)
    .join(' ');
}
