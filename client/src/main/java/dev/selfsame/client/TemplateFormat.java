package dev.selfsame.client;

/** Formats of templates. All but the first are for fingers alone. */
public enum TemplateFormat {
    /** The server's own. */
    BIOPASS,
    /** ISO/IEC 19794-2:2005. */
    ISO_IEC_2005_19794_2,
    /** ISO/IEC 19794-2:2011. */
    ISO_IEC_2011_19794_2,
    /** ANSI INCITS 378-2004. */
    ANSI_INCITS_378
}
