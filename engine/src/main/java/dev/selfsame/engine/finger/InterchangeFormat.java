package dev.selfsame.engine.finger;

import com.machinezoo.fingerprintio.TemplateFormat;

/** The standard minutiae records that are imported. */
public enum InterchangeFormat {
    /** ISO/IEC 19794-2:2005, record format (not the card formats). */
    ISO_19794_2_2005,
    /** ISO/IEC 19794-2:2011 with its amendment, record format. */
    ISO_19794_2_2011,
    /** ANSI INCITS 378-2004. */
    ANSI_378_2004,
    /** ANSI INCITS 378-2009. */
    ANSI_378_2009,
    /** ANSI INCITS 378-2009 Amendment 1 (2010). */
    ANSI_378_2009_AM1;

    static InterchangeFormat of(TemplateFormat format) {
        return switch (format) {
            case ISO_19794_2_2005 -> ISO_19794_2_2005;
            case ISO_19794_2_2011 -> ISO_19794_2_2011;
            case ANSI_378_2004 -> ANSI_378_2004;
            case ANSI_378_2009 -> ANSI_378_2009;
            case ANSI_378_2009_AM1 -> ANSI_378_2009_AM1;
        };
    }
}
