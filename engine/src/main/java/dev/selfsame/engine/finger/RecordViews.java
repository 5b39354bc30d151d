package dev.selfsame.engine.finger;

import com.machinezoo.fingerprintio.TemplateFormat;
import com.machinezoo.fingerprintio.ansi378v2004.Ansi378v2004Template;
import com.machinezoo.fingerprintio.ansi378v2009.Ansi378v2009Template;
import com.machinezoo.fingerprintio.ansi378v2009am1.Ansi378v2009Am1Template;
import com.machinezoo.fingerprintio.iso19794p2v2005.Iso19794p2v2005Template;
import com.machinezoo.fingerprintio.iso19794p2v2011.Iso19794p2v2011Template;
import com.machinezoo.noexception.ExceptionHandler;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;

/** What a record says of each finger apart from its minutiae, which SourceAFIS converts itself. */
final class RecordViews {

    private static final double CENTIMETRES_PER_INCH = 2.54;

    private RecordViews() {}

    /**
     * One finger.
     *
     * @param x pixels per centimetre
     * @param y pixels per centimetre
     */
    record View(FingerPosition position, int x, int y) {

        boolean hasUsableResolution() {
            return Resolution.isUsable((int) Math.round(x * CENTIMETRES_PER_INCH))
                    && Resolution.isUsable((int) Math.round(y * CENTIMETRES_PER_INCH));
        }
    }

    static List<View> of(TemplateFormat format, byte[] bytes, ExceptionHandler breaches) {
        return switch (format) {
            case ISO_19794_2_2005 -> iso2005(new Iso19794p2v2005Template(bytes, breaches));
            case ISO_19794_2_2011 -> iso2011(new Iso19794p2v2011Template(bytes, breaches));
            case ANSI_378_2004 -> ansi2004(new Ansi378v2004Template(bytes, breaches));
            case ANSI_378_2009 -> ansi2009(new Ansi378v2009Template(bytes, breaches));
            case ANSI_378_2009_AM1 -> ansi2009am1(new Ansi378v2009Am1Template(bytes, breaches));
        };
    }

    /** By name, null where the record has a code beyond the standard's. */
    private static FingerPosition position(@Nullable Enum<?> stated) {
        return Arrays.stream(FingerPosition.values())
                .filter(it -> stated != null && it.name().equals(stated.name()))
                .findFirst()
                .orElse(FingerPosition.UNKNOWN);
    }

    private static List<View> iso2005(Iso19794p2v2005Template in) {
        return in.fingerprints.stream()
                .map(it -> new View(position(it.position), in.resolutionX, in.resolutionY))
                .toList();
    }

    private static List<View> iso2011(Iso19794p2v2011Template in) {
        return in.fingerprints.stream()
                .map(it -> new View(position(it.position), it.resolutionX, it.resolutionY))
                .toList();
    }

    private static List<View> ansi2004(Ansi378v2004Template in) {
        return in.fingerprints.stream()
                .map(it -> new View(position(it.position), in.resolutionX, in.resolutionY))
                .toList();
    }

    private static List<View> ansi2009(Ansi378v2009Template in) {
        return in.fingerprints.stream()
                .map(it -> new View(position(it.position), it.resolutionX, it.resolutionY))
                .toList();
    }

    private static List<View> ansi2009am1(Ansi378v2009Am1Template in) {
        return in.fingerprints.stream()
                .map(it -> new View(position(it.position), it.resolutionX, it.resolutionY))
                .toList();
    }
}
