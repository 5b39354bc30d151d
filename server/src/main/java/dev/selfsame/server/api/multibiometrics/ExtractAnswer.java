package dev.selfsame.server.api.multibiometrics;

import com.fasterxml.jackson.annotation.JsonProperty;

/** A template made of a picture. */
record ExtractAnswer(@JsonProperty("Extract") Extract extract) {

    /** Bytes are base64 on the wire. */
    record Extract(@JsonProperty("Template") byte[] template) {}

    static ExtractAnswer of(byte[] template) {
        return new ExtractAnswer(new Extract(template));
    }
}
