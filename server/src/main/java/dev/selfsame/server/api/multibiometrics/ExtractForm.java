package dev.selfsame.server.api.multibiometrics;

/** The object {@code Extract} of a request. */
record ExtractForm(Modality modality, TemplateFormat format, byte[] picture) {

    static final String KEY = "Extract";

    static ExtractForm of(Envelope extract) {
        Modality modality = Modality.of(extract);
        return new ExtractForm(
                modality, TemplateFormat.of(extract, modality), extract.bytes("Artifact"));
    }
}
