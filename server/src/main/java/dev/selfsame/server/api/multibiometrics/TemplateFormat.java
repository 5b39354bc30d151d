package dev.selfsame.server.api.multibiometrics;

import dev.selfsame.engine.finger.InterchangeFormat;

import org.jspecify.annotations.Nullable;

/** The values of {@code Format}. */
enum TemplateFormat {
    /** The service's own templates. */
    BIOPASS(null),
    ISO_IEC_2005_19794_2(InterchangeFormat.ISO_19794_2_2005),
    ISO_IEC_2011_19794_2(InterchangeFormat.ISO_19794_2_2011),
    ANSI_INCITS_378(InterchangeFormat.ANSI_378_2004);

    private final @Nullable InterchangeFormat standard;

    TemplateFormat(@Nullable InterchangeFormat standard) {
        this.standard = standard;
    }

    /** What was asked for; the own format where nothing was. */
    static TemplateFormat of(Envelope envelope, Modality modality) {
        TemplateFormat format = envelope.word("Format").map(TemplateFormat::named).orElse(BIOPASS);
        if (modality == Modality.FACE && format != BIOPASS) {
            throw Envelope.invalid("Format is one of minutiae, of which a face has none");
        }
        return format;
    }

    private static TemplateFormat named(String sent) {
        for (TemplateFormat format : values()) {
            if (format.name().equalsIgnoreCase(sent.strip())) {
                return format;
            }
        }
        throw Envelope.invalid("Format is not known");
    }

    /** The standard that it names, null for the service's own. */
    @Nullable InterchangeFormat standard() {
        return standard;
    }
}
