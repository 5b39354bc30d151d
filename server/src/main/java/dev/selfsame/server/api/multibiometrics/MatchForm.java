package dev.selfsame.server.api.multibiometrics;

/**
 * The object {@code Match} of a request. Its format is checked and then not looked at: what an
 * artifact is shows in its first bytes.
 */
record MatchForm(Modality modality, byte[] first, byte[] second) {

    static final String KEY = "Match";

    static MatchForm of(Envelope match) {
        Modality modality = Modality.of(match);
        TemplateFormat.of(match, modality);
        return new MatchForm(modality, match.bytes("Artifact_A"), match.bytes("Artifact_B"));
    }
}
