package dev.selfsame.client;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * The Multibiometrics API: enrolled people, templates, tools for pictures; and, not in the original
 * contract, records of consent and receipts of deletions.
 *
 * <pre>{@code
 * Multibiometrics people = client.multibiometrics();
 * people.enroll("1234", Biometrics.face(Picture.of(Path.of("anna.jpg"))));
 * boolean same =
 *         people.verify("1234", Biometrics.face(Picture.of(Path.of("again.jpg")))).match();
 * UUID receipt = people.delete("1234");
 * }</pre>
 *
 * <p>Every method throws {@link SelfsameException}, with status 400 and one of the fixed texts of
 * the contract as its {@linkplain SelfsameException#detail detail}: {@code CustomID already
 * exists}, {@code Person not found}, {@code Failed to extract face template}, {@code Failed to
 * extract template}, {@code Invalid base64 string}. {@link SelfsameClient} says what is sent again.
 * Requests hold pictures in base64 and in memory.
 */
public final class Multibiometrics {

    private static final String KEY_HEADER = "Ocp-Apim-Subscription-Key";
    private static final String ROOT = "/multibiometrics/";
    private static final String QUALITY = "/quality/";
    private static final String PERSON = "Person";
    private static final String CUSTOM_ID = "CustomID";
    private static final String CHECK = "Check";
    private static final String IMAGE = "Image";
    private static final String CONSENT = "Consent";
    private static final String RECEIPT_HEADER = "Selfsame-Receipt";

    private final Transport transport;

    Multibiometrics(Transport transport) {
        this.transport = transport;
    }

    /**
     * Enrols a person.
     *
     * @param customId the caller's name, 1..256 characters
     */
    public EnrolledPerson enroll(String customId, Biometrics biometrics) {
        return person("POST", "enroll", customId, biometrics, null, EnrolledPerson.class);
    }

    /** Enrols a person with what is known of their consent. */
    public EnrolledPerson enroll(String customId, Biometrics biometrics, Consent consent) {
        Objects.requireNonNull(consent, "consent");
        return person("POST", "enroll", customId, biometrics, consent, EnrolledPerson.class);
    }

    /** Compares somebody with an enrolled person. A failure counts towards a lock-out. */
    public Verification verify(String customId, Biometrics biometrics) {
        return person("POST", "verify", customId, biometrics, null, Verification.class);
    }

    /** Replaces what is sent of a person and keeps the rest. */
    public EnrolledPerson update(String customId, Biometrics biometrics) {
        return person("PUT", "update", customId, biometrics, null, EnrolledPerson.class);
    }

    /** The same, and replaces the record of consent. */
    public EnrolledPerson update(String customId, Biometrics biometrics, Consent consent) {
        Objects.requireNonNull(consent, "consent");
        return person("PUT", "update", customId, biometrics, consent, EnrolledPerson.class);
    }

    /** What is on record of a person's consent; empty where nothing is. */
    public Optional<Consent> consent(String customId) {
        return Optional.ofNullable(recorded("POST", Map.of(CUSTOM_ID, customId), true));
    }

    /**
     * Replaces the whole record of a person's consent, without a picture: for instance to write
     * down that it was withdrawn.
     *
     * @return what is on record now
     */
    public Consent setConsent(String customId, Consent consent) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put(CUSTOM_ID, customId);
        person.put(CONSENT, consent.wire());
        Consent recorded = recorded("PUT", person, false);
        if (recorded == null) {
            throw SelfsameException.unusable("it has no " + CONSENT);
        }
        return recorded;
    }

    /**
     * Deletes a person.
     *
     * @return names the signed {@link #receipt} of it; null from servers that make none
     */
    public @Nullable UUID delete(String customId) {
        Answer answer =
                answer("DELETE", ROOT + "delete", PERSON, Map.of(CUSTOM_ID, customId), false);
        refuseFailure(answer, WireJson.object(answer.text()));
        return answer.header(RECEIPT_HEADER)
                .map(id -> WireId.parse(RECEIPT_HEADER, id))
                .orElse(null);
    }

    /**
     * The signed receipt of a deletion, to keys of the same tenant. Verify it with {@link
     * SelfsameClient#signatures}, and keep its {@linkplain Signed#json text}.
     *
     * @throws SelfsameException with status 404 if this tenant has no such receipt
     */
    public Signed<Receipt> receipt(UUID id) {
        Objects.requireNonNull(id, "id");
        Call call = new Call("GET", ROOT + "receipt?ID=" + id, KEY_HEADER, null, true);
        Signed<Receipt> receipt = Receipt.parse(transport.send(call).text());
        // why: whoever keeps it as evidence would look at another one only when it is too late
        if (!receipt.value().id().equals(id)) {
            throw SelfsameException.unusable("it is another receipt");
        }
        return receipt;
    }

    /** Searches all enrolled people of the key's owner for somebody. */
    public Identification identify(Biometrics biometrics, SearchOptions options) {
        Map<String, Object> identify = new LinkedHashMap<>();
        biometrics.addTo(identify);
        options.addTo(identify);
        return WireJson.member(
                ask(ROOT + "identify", "Identify", identify), "Identify", Identification.class);
    }

    /** Makes a template of a picture. */
    public byte[] extract(Modality modality, TemplateFormat format, Picture picture) {
        Map<String, Object> extract = new LinkedHashMap<>();
        extract.put("Type", modality.name());
        extract.put("Format", format.name());
        extract.put("Artifact", picture.bytes());
        return bytes(ask(ROOT + "extract", "Extract", extract), "Extract", "Template");
    }

    /**
     * Compares two artifacts.
     *
     * @param first the bytes of a template in any format, or of a picture's file
     * @param second the same
     */
    public TemplateComparison match(
            Modality modality, TemplateFormat format, byte[] first, byte[] second) {
        Map<String, Object> match = new LinkedHashMap<>();
        match.put("Type", modality.name());
        match.put("Format", format.name());
        match.put("Artifact_A", first);
        match.put("Artifact_B", second);
        return WireJson.member(
                ask(ROOT + "match", "Match", match), "Match", TemplateComparison.class);
    }

    /**
     * Writes a fingerprint as WSQ.
     *
     * @param compression bits a pixel below 5, a ratio from there on
     * @param dpi 100..2000
     */
    public byte[] wsqEncode(Picture picture, double compression, int dpi) {
        Map<String, Object> encode = new LinkedHashMap<>();
        encode.put(IMAGE, picture.bytes());
        encode.put("Compression", compression);
        encode.put("PPI", dpi);
        return bytes(ask(ROOT + "wsq_encode", "Encode", encode), "Encode", IMAGE);
    }

    /** Turns WSQ into PNG. */
    public byte[] wsqDecode(Picture wsq) {
        Map<String, Object> decode = Map.of("Wsq", wsq.bytes());
        return bytes(ask(ROOT + "decode", "Decode", decode), "Decode", IMAGE);
    }

    /** Finds the faces of a picture, largest first. */
    public List<FaceRectangle> faceDetect(Picture picture) {
        JsonNode answer = check(ROOT + "face_detect", picture);
        return WireJson.member(answer, "DetectedFaces", WireFaces.class).rectangles();
    }

    /** Judges whether the face of a picture was there in person. */
    public Liveness liveness(Picture picture) {
        Map<String, Object> spoof = Map.of(IMAGE, picture.bytes());
        JsonNode answer =
                WireJson.object(answer("POST", ROOT + "liveness", "Spoof", spoof, true).text());
        return WireJson.member(answer, "Success", Boolean.class)
                ? new Liveness.Judged(!WireJson.member(answer, "spoof", Boolean.class))
                : new Liveness.NotJudged(WireJson.member(answer, "result", String.class));
    }

    /** Covers the faces of a picture; a PNG. */
    public byte[] anonymize(Picture picture) {
        return bytes(check(ROOT + "anonymizer", picture), "FaceAnonymizer", IMAGE);
    }

    /** Checks a portrait for an identity document. */
    public IcaoReport checkIcao(Picture picture) {
        return WireJson.member(check(QUALITY + "check_icao", picture), "ICAO", IcaoReport.class);
    }

    /** Cuts a portrait for an identity document out of a picture of one face; a PNG. */
    public byte[] icaoCrop(Picture picture) {
        return bytes(check(QUALITY + "icao_crop", picture), "IcaoCropedImage", IMAGE);
    }

    /** Grades a fingerprint, 1 the best to 5 the worst. */
    public int checkNfiq(Picture picture) {
        JsonNode nfiq =
                WireJson.member(check(QUALITY + "check_nfiq", picture), "NFIQ", JsonNode.class);
        return WireJson.member(nfiq, "Quality", Integer.class);
    }

    private <T> T person(
            String method,
            String operation,
            String customId,
            Biometrics biometrics,
            @Nullable Consent consent,
            Class<T> answer) {
        Map<String, Object> person = new LinkedHashMap<>();
        person.put(CUSTOM_ID, customId);
        biometrics.addTo(person);
        WireJson.put(person, CONSENT, consent == null ? null : consent.wire());
        return WireJson.member(
                send(method, ROOT + operation, PERSON, person, false), PERSON, answer);
    }

    private @Nullable Consent recorded(
            String method, Map<String, Object> person, boolean repeatable) {
        JsonNode answer = send(method, ROOT + "consent", PERSON, person, repeatable);
        return WireJson.member(answer, PERSON, WireConsent.class).consent();
    }

    private JsonNode check(String path, Picture picture) {
        return ask(path, CHECK, Map.of(IMAGE, picture.bytes()));
    }

    /** Asks for what changes nothing on the server. */
    private JsonNode ask(String path, String key, Map<String, Object> object) {
        return send("POST", path, key, object, true);
    }

    private JsonNode send(
            String method,
            String path,
            String key,
            Map<String, Object> object,
            boolean repeatable) {
        Answer answer = answer(method, path, key, object, repeatable);
        JsonNode root = WireJson.object(answer.text());
        refuseFailure(answer, root);
        return root;
    }

    private Answer answer(
            String method,
            String path,
            String key,
            Map<String, Object> object,
            boolean repeatable) {
        Body body = Body.json(WireJson.write(Map.of(key, object)));
        return transport.send(new Call(method, path, KEY_HEADER, body, repeatable));
    }

    // why: clients of the contract know errors that come with 200
    private void refuseFailure(Answer answer, JsonNode root) {
        JsonNode success = root.get("Success");
        if (success != null && success.isBoolean() && !success.booleanValue()) {
            throw ErrorAnswer.inside(answer, root, transport.apiKey());
        }
    }

    private byte[] bytes(JsonNode answer, String key, String name) {
        JsonNode object = WireJson.member(answer, key, JsonNode.class);
        return WireJson.member(object, name, byte[].class);
    }
}
