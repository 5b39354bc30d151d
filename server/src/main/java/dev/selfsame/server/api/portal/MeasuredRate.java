package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import java.util.List;

/**
 * How many genuine pairs were refused at a false match rate, on one set of pictures, so that
 * whoever sets a rate sees what it costs. The figures are those of docs/accuracy.md.
 */
record MeasuredRate(
        @JsonProperty("modality") String modality,
        @JsonProperty("fmr") double fmr,
        @JsonProperty("fnmr") double fnmr,
        @JsonProperty("set") String set) {

    private static final String FACE = "face";
    private static final String FINGER = "finger";
    private static final String LFW = "LFW, development half, mode SELFSAME_F1";
    private static final String FVC_OPTICAL = "FVC2002 DB1, optical reader";
    private static final String FVC_CAPACITIVE = "FVC2002 DB3, capacitive reader";

    /** All of them. */
    static final List<MeasuredRate> ALL =
            List.of(
                    new MeasuredRate(FACE, 1e-2, 0.0083, LFW),
                    new MeasuredRate(FACE, 1e-3, 0.0419, LFW),
                    new MeasuredRate(FACE, 1e-4, 0.1562, LFW),
                    new MeasuredRate(FINGER, 1e-2, 0.0321, FVC_OPTICAL),
                    new MeasuredRate(FINGER, 1e-3, 0.0607, FVC_OPTICAL),
                    new MeasuredRate(FINGER, 1e-2, 0.1857, FVC_CAPACITIVE),
                    new MeasuredRate(FINGER, 1e-3, 0.2750, FVC_CAPACITIVE));
}
