/** The oval of a passive capture: where the face should be, and whether it is well there. */
import type { TrackingInfo } from '../../types/selfsame-capture.js';
import { ovalAxes } from './geometry.js';
import { COLOURS, glide, type Overlay } from './overlay.js';

export function drawOval(overlay: Overlay, tracking: TrackingInfo): void {
  const field = overlay.layOut();
  const { across, down } = ovalAxes(field.picture, field.area);
  overlay.dimOutside(field, field.middle, across, down);
  const oval = overlay.part('oval', 'ellipse', {
    cx: field.middle.x,
    cy: field.middle.y,
    rx: across,
    ry: down,
    fill: 'none',
    stroke: overlay.steady('oval', ovalColour(tracking)),
    'stroke-width': field.stroke,
  });
  glide(oval, 'stroke');
}

export function ovalColour(tracking: TrackingInfo): string {
  if (tracking.positionInfo === 'TRACKER_POSITION_INFO_GOOD') {
    return COLOURS.good;
  }
  return tracking.facew !== undefined && tracking.facew > 0 ? COLOURS.todo : COLOURS.plain;
}
