/** The script `bioserver-network-check.js`: the global object BioserverNetworkCheck. */
import type { NetworkReport } from '../types/selfsame-capture.js';
import { captureError, errorReport, type ErrorReport } from './capture-error.js';
import {
  browserMeasureMeans,
  DOWNLOAD_SPEED_THRESHOLD,
  measure,
  type MeasureAddresses,
  UPLOAD_SPEED_THRESHOLD,
} from './network-measure.js';

interface CheckOptions extends MeasureAddresses {
  readonly onNetworkCheckUpdate?: (report: NetworkReport) => void;
  readonly errorFn?: (error: ErrorReport) => void;
}

const MEASUREMENTS = 3;

/** Measures and reports; up to three times while the line is not good, as pages wait for one that is. */
async function connectivityMeasure(options: CheckOptions): Promise<void> {
  try {
    for (let i = 0; i < MEASUREMENTS; i++) {
      const report = await measure(options, browserMeasureMeans());
      options.onNetworkCheckUpdate?.(report);
      if (report.goodConnectivity) {
        return;
      }
    }
  } catch (failure) {
    options.errorFn?.(errorReport(captureError(failure)));
  }
}

export default { connectivityMeasure, UPLOAD_SPEED_THRESHOLD, DOWNLOAD_SPEED_THRESHOLD };
