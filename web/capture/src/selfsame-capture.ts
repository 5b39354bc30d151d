/** The ES module `selfsame-capture.js`. Its types are written by hand in `types`, and the compiler compares them. */
import type * as Documented from '../types/selfsame-capture.js';
import type { NetworkReport } from '../types/selfsame-capture.js';
import { browserMeasureMeans, measure } from './network-measure.js';

export { CaptureError } from './capture-error.js';
export { closeCamera, openCamera } from './camera.js';
export { startCapture } from './capture-run.js';
export { detection as detectEnvironment } from './environment.js';
export { instructionText } from './instruction-text.js';
export { showPicture } from './ui/picture.js';

export function measureNetwork(options: { serverUrl?: string; download?: boolean } = {}): Promise<NetworkReport> {
  const root = `${(options.serverUrl ?? '').replace(/\/+$/, '')}/video-server`;
  const speed = `${root}/network-speed`;
  const addresses = { uploadURL: speed, latencyURL: `${root}/network-latency` };
  return measure(options.download === true ? { ...addresses, downloadURL: speed } : addresses, browserMeasureMeans());
}

/** Fails to compile where the documented types and what is exported here differ. */
type Exported = typeof import('./selfsame-capture.js');
const documented: typeof Documented = null as unknown as Exported;
const exported: Record<keyof Exported, unknown> = null as unknown as Record<keyof typeof Documented, unknown>;
void documented;
void exported;
