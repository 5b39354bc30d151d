/** A capture that could not be made; has the members that pages of the video server's contract look at. */
export class CaptureError extends Error {
  readonly code: number | undefined;
  readonly unlockDateTime: string | undefined;

  constructor(message: string, code?: number, unlockDateTime?: string) {
    super(message);
    this.name = 'CaptureError';
    this.code = code;
    this.unlockDateTime = unlockDateTime;
  }

  get error(): string {
    return this.message;
  }
}

/** Any failure as a CaptureError. */
export function captureError(failure: unknown): CaptureError {
  if (failure instanceof CaptureError) {
    return failure;
  }
  return new CaptureError(failure instanceof Error ? failure.message : String(failure));
}

/** What `errorFn` is given. */
export interface ErrorReport {
  readonly code?: number;
  readonly error?: string;
  readonly unlockDateTime?: string;
}

export function errorReport(error: CaptureError): ErrorReport {
  return {
    error: error.message,
    ...(error.code === undefined ? {} : { code: error.code }),
    ...(error.unlockDateTime === undefined ? {} : { unlockDateTime: error.unlockDateTime }),
  };
}
