package dev.selfsame.engine.finger;

import java.util.List;

/** What came of a record in a standard minutiae format. */
public sealed interface FingerImport {

    /**
     * At least one finger can be compared.
     *
     * @param fingers in the order of the record, one or more
     * @param tooFewMinutiae how many fingers were left out as they have too few minutiae
     */
    record Imported(InterchangeFormat format, List<ImportedFinger> fingers, int tooFewMinutiae)
            implements FingerImport {
        public Imported {
            fingers = List.copyOf(fingers);
        }
    }

    /** The record is whole but no finger in it has enough minutiae to compare anything with. */
    record NoMinutiae(InterchangeFormat format) implements FingerImport {}

    /**
     * The bytes were not read.
     *
     * @param reason category, stable
     * @param detail one sentence for whoever sent them; holds none of their content
     */
    record Refused(Reason reason, String detail) implements FingerImport {}

    /** Why a record is refused. */
    enum Reason {
        TOO_MANY_BYTES,
        UNKNOWN_FORMAT,
        /** Cut short or against its own standard. */
        CORRUPT,
        /** A resolution that no reader has. */
        BAD_RESOLUTION
    }
}
