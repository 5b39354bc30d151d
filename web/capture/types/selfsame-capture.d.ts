/**
 * Capture of a live face for a Selfsame server: the ES module `selfsame-capture.js`.
 *
 * The browser films, the server tracks, guides and decides. Nothing here says whether a user is live: when a capture
 * has ended, your server asks the Selfsame server for the result.
 */

/** What the user should do now, as the server sees it. */
export type PositionInfo =
  | 'TRACKER_POSITION_INFO_GOOD'
  | 'TRACKER_POSITION_INFO_MOVE_BACK_INTO_FRAME'
  | 'TRACKER_POSITION_INFO_CENTER_MOVE_BACKWARDS'
  | 'TRACKER_POSITION_INFO_CENTER_MOVE_FORWARDS'
  | 'TRACKER_POSITION_INFO_CENTER_TURN_RIGHT'
  | 'TRACKER_POSITION_INFO_CENTER_TURN_LEFT'
  | 'TRACKER_POSITION_INFO_CENTER_ROTATE_UP'
  | 'TRACKER_POSITION_INFO_CENTER_ROTATE_DOWN'
  | 'TRACKER_POSITION_INFO_MOVING_TOO_FAST'
  | 'TRACKER_POSITION_INFO_CENTER_TILT_RIGHT'
  | 'TRACKER_POSITION_INFO_CENTER_TILT_LEFT'
  | 'TRACKER_POSITION_INFO_MOVE_DARKER_AREA'
  | 'TRACKER_POSITION_INFO_MOVE_BRIGHTER_AREA'
  | 'TRACKER_POSITION_INFO_STAND_STILL'
  | 'TRACKER_POSITION_INFO_OPEN_EYES'
  | 'TRACKER_POSITION_INFO_CENTER_MOVE_LEFT'
  | 'TRACKER_POSITION_INFO_CENTER_MOVE_RIGHT'
  | 'TRACKER_POSITION_INFO_CENTER_MOVE_UP'
  | 'TRACKER_POSITION_INFO_CENTER_MOVE_DOWN'
  | 'TRACKER_POSITION_INFO_UNKNOWN';

/** Where a target of an active challenge is on a screen that mirrors its user: L is the user's own left. */
export type TargetPosition = 'T' | 'TL' | 'TR' | 'L' | 'R' | 'B' | 'BL' | 'BR';

/** The circle to fill with the face in a guided approach. */
export interface TargetInfo {
  /** Radius of the circle as a part of the frame's width, 0..1. */
  readonly targetR: number;
  /** How much of the hold is done, 0..1; above 0 the face is being scanned. */
  readonly stability: number;
}

/** The state of an active challenge. */
export interface LivenessActive {
  /** The user should look straight ahead and keep still first. */
  readonly stillFace: boolean;
  /** The phone moves instead of the head. */
  readonly movingPhone: boolean;
  /** The head points at the current target. */
  readonly targetOnHover: boolean;
  /** Index of the current target, equal to the number of targets when all are done. */
  readonly targetChallengeIndex: number;
  readonly challengeCircles: readonly { readonly pos: TargetPosition }[];
}

/** One report on how the capture goes; members that do not apply are absent. */
export interface TrackingInfo {
  /** Part of what initialisation has to do that is done, 0..1. */
  readonly downloadProgress?: number;
  /** Part of the frames that has reached the server, 0..1; 1 once all are there. */
  readonly uploadProgress?: number;
  /** The phone is not held upright. Told by the phone's own sensors, where the browser lets us ask them. */
  readonly phoneNotVertical?: boolean;
  readonly tooFar?: boolean;
  readonly tooClose?: boolean;
  /** Width of the face as a part of the frame's width; 0 where there is no face. */
  readonly facew?: number;
  /** Height of the face as a part of the frame's height; 0 where there is no face. */
  readonly faceh?: number;
  readonly positionInfo?: PositionInfo;
  readonly targetInfo?: TargetInfo;
  readonly livenessActive?: LivenessActive;
}

/** A box around the face, in pixels of the picture. */
export interface FaceBox {
  readonly boxX: number;
  readonly boxY: number;
  readonly boxW: number;
  readonly boxH: number;
}

/** What a capture ends with. Whether it succeeded is for your server to ask. */
export interface CaptureResult {
  /** Where the face is in the best image; null where there is no such image. */
  readonly bestImageInfo: FaceBox | null;
}

export type LivenessMode = 'LIVENESS_PASSIVE' | 'LIVENESS_PASSIVE_VIDEO' | 'LIVENESS_ACTIVE';

/** A capture that could not be made. `name` is `CaptureError`. */
export declare class CaptureError extends Error {
  constructor(message: string, code?: number, unlockDateTime?: string);
  /** 404 no such session, 409 already used, 429 blocked, 503 overloaded, others as in HTTP; absent without an answer. */
  readonly code: number | undefined;
  /** With 429, when known: the moment from which to try again, ISO 8601. */
  readonly unlockDateTime: string | undefined;
  /** The same as `message`. */
  readonly error: string;
}

export interface CameraOptions {
  readonly deviceId?: string;
  /** Wished width in pixels, 1280 by default. */
  readonly width?: number;
  /** Wished height in pixels, 720 by default. */
  readonly height?: number;
}

/** Where in its course a capture is. */
export type CaptureState = 'connecting' | 'camera' | 'positioning' | 'challenge' | 'computing' | 'ended';

export interface CaptureOptions {
  /** The session that your server made with `init-liveness-session`. It is good for one capture. */
  readonly sessionId: string;
  /** Shows the user and is drawn upon. Style it with `transform: scaleX(-1)`, as people know themselves from mirrors. */
  readonly video: HTMLVideoElement;
  /** Address of the Selfsame server, by default that of the page. */
  readonly serverUrl?: string;
  /** Path of the socket, `/video-server/engine.io` by default. */
  readonly socketPath?: string;
  readonly camera?: CameraOptions;
  /** An open camera; where there is none, `startCapture` opens one and closes it in the end. */
  readonly stream?: MediaStream;
  /** Draw oval, circle or targets over the video, true by default. */
  readonly overlay?: boolean;
  /** A text for the user, already in English; also where only the text has changed. */
  readonly onInstruction?: (text: string, tracking: TrackingInfo) => void;
  readonly onTracking?: (tracking: TrackingInfo) => void;
  readonly onState?: (state: CaptureState) => void;
}

export interface RunningCapture {
  /** Rejects with a `CaptureError`, or with what the browser says about the camera (`NotAllowedError`, ...). */
  readonly result: Promise<CaptureResult>;
  /** Gives up: the camera is closed, and `result` rejects. */
  cancel(): void;
}

/** Opens the socket and the camera, films, guides and draws until the server has decided. */
export declare function startCapture(options: CaptureOptions): RunningCapture;

/** The user's camera. Rejects as `getUserMedia` does: look at the `name` of what you catch. */
export declare function openCamera(options?: CameraOptions): Promise<MediaStream>;

/** Closes every track of a stream. */
export declare function closeCamera(stream: MediaStream): void;

/** What a report means, in a short English sentence. */
export declare function instructionText(tracking: TrackingInfo): string;

/** Shows a picture inside an element, centred on a face, in an oval or a rectangle. */
export declare function showPicture(
  picture: Blob,
  face: FaceBox | null,
  element: Element,
  options?: { readonly oval?: boolean; readonly borderColor?: string; readonly alt?: string },
): Promise<void>;

export interface EnvironmentReport {
  readonly envDetected?: {
    readonly os: { readonly isSupported: boolean; readonly isMobile: boolean; readonly supportedList: string[] };
    readonly browser: {
      readonly isSupported: boolean;
      readonly supportedList: { readonly name: string; readonly minimumVersion: string }[];
    };
  };
  readonly message?: string;
}

/** Whether this browser can capture. */
export declare function detectEnvironment(): EnvironmentReport;

export interface NetworkReport {
  /** Upload, download and latency are good enough for a capture. */
  readonly goodConnectivity: boolean;
  /** Kilobits a second. */
  readonly upload: number;
  /** Kilobits a second; absent where it was not asked for. */
  readonly download?: number;
  /** Milliseconds there and back. */
  readonly latency?: number;
}

/** Measures the connection to a Selfsame server once; rejects with a `CaptureError`. */
export declare function measureNetwork(options?: {
  readonly serverUrl?: string;
  readonly download?: boolean;
}): Promise<NetworkReport>;
