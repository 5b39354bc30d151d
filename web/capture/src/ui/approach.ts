/** The circle of a guided approach: fill it with the face, and hold still while it closes. */
import type { TrackingInfo } from '../../types/selfsame-capture.js';
import { approachRadius, dashes } from './geometry.js';
import { COLOURS, glide, type Overlay } from './overlay.js';

/** Before the server has named a size: what a face at arm's length fills. */
const FIRST_RADIUS = 0.25;

export function drawApproach(overlay: Overlay, tracking: TrackingInfo): void {
  const field = overlay.layOut();
  const target = tracking.targetInfo;
  const radius = approachRadius(target?.targetR ?? FIRST_RADIUS, field.picture, field.area);
  const { x, y } = field.middle;
  overlay.dimOutside(field, field.middle, radius, radius);
  const stability = target?.stability ?? 0;
  const ring = { cx: x, cy: y, r: radius, fill: 'none', 'stroke-width': field.stroke };
  const colour = overlay.steady('ring', ringColour(tracking));
  const isScanning = colour === COLOURS.good;
  overlay.part('ring', 'circle', { ...ring, stroke: colour, 'stroke-opacity': isScanning ? 0.4 : 1 });
  const arc = overlay.part('arc', 'circle', {
    ...ring,
    'stroke-width': field.stroke * 1.8,
    stroke: COLOURS.good,
    'stroke-dasharray': dashes(stability, radius),
    'stroke-opacity': isScanning ? 1 : 0,
    transform: `rotate(-90 ${x} ${y})`,
  });
  glide(arc, 'stroke-dasharray');
}

export function ringColour(tracking: TrackingInfo): string {
  const isPlaced = (tracking.targetInfo?.stability ?? 0) > 0;
  return isPlaced ? COLOURS.good : (tracking.facew ?? 0) > 0 ? COLOURS.todo : COLOURS.plain;
}
