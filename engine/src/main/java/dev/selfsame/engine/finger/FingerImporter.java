package dev.selfsame.engine.finger;

import com.machinezoo.fingerprintio.TemplateFormat;
import com.machinezoo.noexception.ExceptionHandler;
import com.machinezoo.noexception.Exceptions;
import com.machinezoo.sourceafis.FingerprintCompatibility;
import com.machinezoo.sourceafis.FingerprintTemplate;

import dev.selfsame.engine.finger.FingerImport.Reason;
import dev.selfsame.engine.finger.RecordViews.View;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Reads minutiae that other software extracted. Safe for any number of threads.
 *
 * <p>Breaches of a standard that do no harm (reserved bits, views out of order) are overlooked, as
 * real records are full of them. Imported prints compare with extracted ones, but less surely than
 * prints of one extractor do.
 */
public final class FingerImporter {

    /** A full record of ten fingers with 255 minutiae each has 16 kB. */
    private static final int MAX_BYTES = 100_000;

    private static final byte[] ZEROED_VERSION = {'F', 'M', 'R', 0, '0', '2', '0', 0};

    private static final ExceptionHandler OVERLOOK = Exceptions.silence();

    /** The fingers in a record of any of the {@link InterchangeFormat}s, told apart by content. */
    public FingerImport read(byte[] bytes) {
        Objects.requireNonNull(bytes, "bytes");
        if (bytes.length > MAX_BYTES) {
            return refuse(
                    Reason.TOO_MANY_BYTES,
                    "the record has " + bytes.length + " bytes (expected: <= " + MAX_BYTES + ")");
        }
        byte[] record = withSpacedVersion(bytes);
        TemplateFormat format = TemplateFormat.identify(record);
        if (format == null) {
            return refuse(
                    Reason.UNKNOWN_FORMAT,
                    "this is no ISO/IEC 19794-2 or ANSI INCITS 378 record of minutiae");
        }
        try {
            return read(record, format);
        } catch (RuntimeException e) {
            // why so wide: with breaches overlooked the libraries also fail on what they then miss,
            // for example a null where a minutia has the reserved type
            return corrupt(format);
        }
    }

    /**
     * Version 2 of the record begins with {@code " 20"}; some writers put a zero for the space, as
     * version 3 has it.
     */
    private static byte[] withSpacedVersion(byte[] bytes) {
        if (!Arrays.equals(bytes, 0, Math.min(8, bytes.length), ZEROED_VERSION, 0, 8)) {
            return bytes;
        }
        byte[] record = bytes.clone();
        record[4] = ' ';
        return record;
    }

    private static FingerImport.Refused corrupt(TemplateFormat format) {
        return refuse(Reason.CORRUPT, "the record is cut short or breaks its standard, " + format);
    }

    private static FingerImport read(byte[] bytes, TemplateFormat format) {
        List<View> views = RecordViews.of(format, bytes, OVERLOOK);
        if (!views.stream().allMatch(View::hasUsableResolution)) {
            return refuse(
                    Reason.BAD_RESOLUTION,
                    "the record states a resolution out of range (expected: 100..2000 dpi)");
        }
        List<FingerprintTemplate> converted =
                FingerprintCompatibility.importTemplates(bytes, OVERLOOK);
        List<ImportedFinger> fingers = new ArrayList<>();
        for (int i = 0; i < views.size(); i++) {
            byte[] minutiae = converted.get(i).toByteArray();
            int count = SerializedMinutiae.count(minutiae);
            if (count >= FingerReader.MIN_MINUTIAE) {
                var template = SerializedMinutiae.template(minutiae);
                SerializedMinutiae.open(template);
                fingers.add(new ImportedFinger(views.get(i).position(), template, count));
            }
        }
        InterchangeFormat standard = InterchangeFormat.of(format);
        return fingers.isEmpty()
                ? new FingerImport.NoMinutiae(standard)
                : new FingerImport.Imported(standard, fingers, views.size() - fingers.size());
    }

    private static FingerImport.Refused refuse(Reason reason, String detail) {
        return new FingerImport.Refused(reason, detail);
    }
}
