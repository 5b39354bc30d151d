/** What a report means, in words for the user. Directions are the user's own, as before a mirror. */
import type { LivenessActive, PositionInfo, TargetPosition, TrackingInfo } from '../types/selfsame-capture.js';

const POSITIONS: Record<PositionInfo, string> = {
  TRACKER_POSITION_INFO_GOOD: 'Good. Hold still.',
  TRACKER_POSITION_INFO_MOVE_BACK_INTO_FRAME: 'Move your face into the frame.',
  TRACKER_POSITION_INFO_CENTER_MOVE_BACKWARDS: 'Move further away.',
  TRACKER_POSITION_INFO_CENTER_MOVE_FORWARDS: 'Come closer.',
  TRACKER_POSITION_INFO_CENTER_TURN_RIGHT: 'Turn your head to the right.',
  TRACKER_POSITION_INFO_CENTER_TURN_LEFT: 'Turn your head to the left.',
  TRACKER_POSITION_INFO_CENTER_ROTATE_UP: 'Lift your chin a little.',
  TRACKER_POSITION_INFO_CENTER_ROTATE_DOWN: 'Lower your chin a little.',
  TRACKER_POSITION_INFO_MOVING_TOO_FAST: 'Move more slowly.',
  TRACKER_POSITION_INFO_CENTER_TILT_RIGHT: 'Tilt your head to the right.',
  TRACKER_POSITION_INFO_CENTER_TILT_LEFT: 'Tilt your head to the left.',
  TRACKER_POSITION_INFO_MOVE_DARKER_AREA: 'It is too bright here. Find a darker place.',
  TRACKER_POSITION_INFO_MOVE_BRIGHTER_AREA: 'It is too dark here. Find a brighter place.',
  TRACKER_POSITION_INFO_STAND_STILL: 'Hold still.',
  TRACKER_POSITION_INFO_OPEN_EYES: 'Open your eyes.',
  TRACKER_POSITION_INFO_CENTER_MOVE_LEFT: 'Move a little to the left.',
  TRACKER_POSITION_INFO_CENTER_MOVE_RIGHT: 'Move a little to the right.',
  TRACKER_POSITION_INFO_CENTER_MOVE_UP: 'Move up a little.',
  TRACKER_POSITION_INFO_CENTER_MOVE_DOWN: 'Move down a little.',
  TRACKER_POSITION_INFO_UNKNOWN: 'Look into the camera.',
};

const TARGETS: Record<TargetPosition, string> = {
  T: 'up',
  TL: 'up and to the left',
  TR: 'up and to the right',
  L: 'to the left',
  R: 'to the right',
  B: 'down',
  BL: 'down and to the left',
  BR: 'down and to the right',
};

export function instructionText(tracking: TrackingInfo): string {
  if (tracking.uploadProgress !== undefined) {
    return 'Thank you. The capture is being checked.';
  }
  if (tracking.phoneNotVertical === true) {
    return 'Hold your phone upright.';
  }
  if (tracking.livenessActive !== undefined && !tracking.livenessActive.stillFace) {
    return targetText(tracking.livenessActive) ?? positionText(tracking);
  }
  if ((tracking.targetInfo?.stability ?? 0) > 0) {
    return 'Good. Hold still.';
  }
  return positionText(tracking);
}

function targetText(active: LivenessActive): string | undefined {
  if (active.movingPhone) {
    return 'Keep the phone still and turn your head.';
  }
  const total = active.challengeCircles.length;
  const target = active.challengeCircles[active.targetChallengeIndex];
  if (target === undefined) {
    return total > 0 ? 'Well done. Look straight ahead.' : undefined;
  }
  if (active.targetOnHover) {
    return 'Good. Stay there.';
  }
  return `Turn your head ${TARGETS[target.pos] ?? 'to the dot'}. ${active.targetChallengeIndex + 1} of ${total}.`;
}

function positionText(tracking: TrackingInfo): string {
  const { positionInfo } = tracking;
  if (positionInfo === undefined || POSITIONS[positionInfo] === undefined) {
    return POSITIONS.TRACKER_POSITION_INFO_UNKNOWN;
  }
  return POSITIONS[positionInfo];
}
