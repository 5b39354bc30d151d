package dev.selfsame.client;

import static dev.selfsame.client.ScriptedServer.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.selfsame.client.ScriptedServer.Asked;
import dev.selfsame.client.ScriptedServer.Reply;
import dev.selfsame.client.SelfsameException.Kind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** What is sent of consent and asked of receipts, and how answers are read. */
final class ConsentAndReceiptTest {

    private static final UUID ID = UUID.fromString("5b1f6a0e-0d0c-4b0e-9f53-7f1f3a6b2c11");
    private static final Instant GIVEN = Instant.parse("2025-03-02T08:00:00.123Z");
    private static final Instant LATER = Instant.parse("2025-04-02T08:00:00Z");
    private static final Picture PICTURE = Picture.of(new byte[] {'a', 'b', 'c'});
    private static final Consent LEAST = Consent.of("Door", "GDPR 9(2)(a)", GIVEN);
    private static final Consent ALL =
            LEAST.withText("v \"1\"", "0a".repeat(32)).withExpiry(LATER).withWithdrawal(GIVEN);
    private static final String LEAST_TEXT =
            "{\"Purpose\":\"Door\",\"LegalBasis\":\"GDPR 9(2)(a)\","
                    + "\"GivenAt\":\"2025-03-02T08:00:00.123Z\"}";
    private static final String ALL_TEXT =
            "{\"Purpose\":\"Door\",\"LegalBasis\":\"GDPR 9(2)(a)\",\"TextVersion\":\"v \\\"1\\\"\","
                    + "\"TextSha256\":\"%s\",\"GivenAt\":\"2025-03-02T08:00:00.123Z\","
                            .formatted("0a".repeat(32))
                    + "\"ExpiresAt\":\"2025-04-02T08:00:00Z\","
                    + "\"WithdrawnAt\":\"2025-03-02T08:00:00.123Z\"}";
    private static final String RECEIPT =
            "{\"type\":\"selfsame-deletion-receipt-1\",\"id\":\"%s\",\"tenant\":\"acme\","
                            .formatted(ID)
                    + "\"subject\":\"9f2c\",\"reason\":\"consent-ended\","
                    + "\"deleted\":\"2026-11-22T08:00:00.123Z\",\"people\":1,\"faces\":1,"
                    + "\"fingers\":2,\"consents\":3,\"pictures\":0,\"signature\":\"a.b.c\"}";

    static final List<String> NO_CONSENTS =
            List.of(
                    "5",
                    "[]",
                    "null",
                    "{\"Consent\":" + LEAST_TEXT + "}",
                    "{\"CustomID\":\"7\",\"Consent\":5}",
                    "{\"CustomID\":\"7\",\"Consent\":[" + LEAST_TEXT + "]}",
                    "{\"CustomID\":\"7\",\"Consent\":{}}",
                    person(LEAST_TEXT.replace("\"Door\"", "null")),
                    person(LEAST_TEXT.replace("\"Door\"", "{}")),
                    person(LEAST_TEXT.replace("Door", "a\\u0000b")),
                    person(LEAST_TEXT.replace("Door", "x".repeat(257))),
                    person(LEAST_TEXT.replace("2025-03-02T", "yesterday")),
                    person(ALL_TEXT.replace("2025-04-02", "2025-03-01")),
                    person(ALL_TEXT.replace("\"0a", "\"0A")));

    static final List<String> NO_RECEIPTS =
            List.of(
                    "",
                    "[]",
                    RECEIPT.replace("receipt-1", "receipt-2"),
                    RECEIPT.replace("\"type\":\"selfsame-deletion-receipt-1\",", ""),
                    RECEIPT.replace(ID.toString(), "../../x"),
                    RECEIPT.replace(ID.toString(), UUID.randomUUID().toString()),
                    RECEIPT.replace("\"acme\"", "null"),
                    RECEIPT.replace("consent-ended", "bored"),
                    RECEIPT.replace("\"people\":1", "\"people\":-1"),
                    RECEIPT.replace("\"people\":1", "\"people\":\"1\""),
                    RECEIPT.replace("\"people\":1", "\"people\":1e99"),
                    RECEIPT.replace("\"people\":1,", ""),
                    RECEIPT.replace("\"people\":1", "\"people\":1,\"people\":9"),
                    RECEIPT + RECEIPT);

    /** What a call sent and brought. */
    private record Called<T>(Asked asked, T value) {}

    @Test
    void sendsConsentBesidePictures() throws IOException {
        Reply answer = json(200, "{\"Person\":{\"CustomID\":\"7\"}}");
        Biometrics picture = Biometrics.finger(2, PICTURE);

        assertThat(called(answer, it -> it.enroll("7", picture, ALL)).asked())
                .isEqualTo(
                        asked(
                                "POST",
                                "enroll",
                                "{\"Person\":{\"CustomID\":\"7\",\"Fingers\":[{\"Finger-2\":"
                                        + "\"YWJj\"}],\"Consent\":"
                                        + ALL_TEXT
                                        + "}}"));
        assertThat(called(answer, it -> it.update("7", picture, LEAST)).asked())
                .isEqualTo(
                        asked(
                                "PUT",
                                "update",
                                "{\"Person\":{\"CustomID\":\"7\",\"Fingers\":[{\"Finger-2\":"
                                        + "\"YWJj\"}],\"Consent\":"
                                        + LEAST_TEXT
                                        + "}}"));
    }

    @Test
    void replacesConsentAlone() throws IOException {
        Called<Consent> called =
                called(
                        json(200, "{\"Person\":" + person(ALL_TEXT) + "}"),
                        it -> it.setConsent("7", ALL));

        assertThat(called.value()).isEqualTo(ALL);
        assertThat(called.asked())
                .isEqualTo(asked("PUT", "consent", "{\"Person\":" + person(ALL_TEXT) + "}"));
        // why: an answer without the record does not say that it was taken down
        assertThat(unusable("{\"Person\":{\"CustomID\":\"7\"}}", it -> it.setConsent("7", ALL)))
                .hasMessageContaining("no Consent");
    }

    @Test
    void readsConsentOrNone() throws IOException {
        var none = called(json(200, "{\"Person\":{\"CustomID\":\"7\"}}"), it -> it.consent("7"));
        var some =
                called(json(200, "{\"Person\":" + person(LEAST_TEXT) + "}"), it -> it.consent("7"));

        assertThat(none.value()).isEmpty();
        assertThat(none.asked())
                .isEqualTo(asked("POST", "consent", "{\"Person\":{\"CustomID\":\"7\"}}"));
        assertThat(some.value()).contains(LEAST);
    }

    @ParameterizedTest
    @FieldSource("NO_CONSENTS")
    void whatIsNoConsentIsUnusableAndNotQuoted(String person) throws IOException {
        assertThat(unusable("{\"Person\":" + person + "}", it -> it.consent("7")))
                .hasMessageNotContaining("Door")
                .hasNoCause();
    }

    @Test
    void consentThatMakesNoSenseIsRefusedBeforeItIsSent() {
        for (String text : List.of("", " ", "a\nb", "x".repeat(257))) {
            assertThatThrownBy(() -> Consent.of(text, "law", GIVEN))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("purpose: expected 1..256 characters without controls");
            assertThatThrownBy(() -> Consent.of("Door", text, GIVEN))
                    .hasMessageStartingWith("legalBasis");
            assertThatThrownBy(() -> LEAST.withText(text, null))
                    .hasMessageStartingWith("textVersion");
        }
        for (String sha : List.of("", "0a", "0A".repeat(32), "0a".repeat(32) + "\n")) {
            assertThatThrownBy(() -> LEAST.withText("1", sha)).hasMessageStartingWith("textSha256");
        }
        assertThatThrownBy(() -> LEAST.withExpiry(GIVEN)).hasMessageContaining("after");
        assertThatThrownBy(() -> LEAST.withExpiry(GIVEN.plusNanos(1)))
                .hasMessageContaining("after");
        assertThatThrownBy(() -> LEAST.withWithdrawal(GIVEN.minusMillis(1)))
                .hasMessageContaining("not before");
    }

    @Test
    void consentIsKeptToTheMillisecondAndItsTextsAreNotShown() {
        assertThat(Consent.of("Door", "GDPR 9(2)(a)", GIVEN.plusNanos(999_999))).isEqualTo(LEAST);
        assertThat(ALL.toString()).contains("2025-04-02").doesNotContain("Door", "GDPR", "0a0a");
    }

    @Test
    void aDeletionNamesItsReceiptIfThereIsOne() throws IOException {
        String person = "{\"Person\":{\"CustomID\":\"7\"}}";
        Reply named = json(200, person, "Selfsame-Receipt", ID.toString());

        assertThat(called(named, it -> Objects.requireNonNull(it.delete("7"))).value())
                .isEqualTo(ID);
        try (ScriptedServer older = new ScriptedServer(json(200, person));
                SelfsameClient client = older.once()) {
            assertThat(client.multibiometrics().delete("7")).isNull();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1-1-1-1-1", "../../x", "5b1f6a0e0d0c4b0e9f537f1f3a6b2c11"})
    void headersThatNameNoReceiptAreUnusable(String header) throws IOException {
        Reply reply = json(200, "{\"Person\":{\"CustomID\":\"7\"}}", "Selfsame-Receipt", header);

        assertThat(failure(reply, it -> it.delete("7")).kind()).isEqualTo(Kind.UNUSABLE_ANSWER);
    }

    @Test
    void receiptsAreReadAndTheirTextKept() throws IOException {
        Called<Signed<Receipt>> called = called(json(200, RECEIPT), it -> it.receipt(ID));

        assertThat(called.asked())
                .isEqualTo(
                        new Asked(
                                "GET",
                                "/multibiometrics/receipt?ID=" + ID,
                                ScriptedServer.KEY,
                                "null",
                                ""));
        assertThat(called.value().json()).isEqualTo(RECEIPT);
        assertThat(called.value().value())
                .isEqualTo(
                        new Receipt(
                                Receipt.TYPE,
                                ID,
                                "acme",
                                "9f2c",
                                Receipt.Reason.CONSENT_ENDED,
                                Instant.parse("2026-11-22T08:00:00.123Z"),
                                1,
                                1,
                                2,
                                3,
                                0));
        String ofTenant =
                RECEIPT.replace("\"subject\":\"9f2c\",", "")
                        .replace("consent-ended", "tenant-deleted");
        assertThat(Receipt.parse(ofTenant).value().subject()).isNull();
        assertThat(Receipt.parse(ofTenant).value().reason())
                .isEqualTo(Receipt.Reason.TENANT_DELETED);
    }

    @ParameterizedTest
    @FieldSource("NO_RECEIPTS")
    void whatIsNoReceiptOrAnotherOneIsUnusable(String text) throws IOException {
        assertThat(unusable(text, it -> it.receipt(ID))).hasNoCause();
    }

    private static String person(String consent) {
        return "{\"CustomID\":\"7\",\"Consent\":" + consent + "}";
    }

    private static Asked asked(String method, String operation, String body) {
        return new Asked(
                method,
                "/multibiometrics/" + operation,
                ScriptedServer.KEY,
                "application/json",
                body);
    }

    private static SelfsameException unusable(String body, Consumer<Multibiometrics> call)
            throws IOException {
        SelfsameException failure = failure(json(200, body), call);
        assertThat(failure.kind()).isEqualTo(Kind.UNUSABLE_ANSWER);
        return failure;
    }

    private static SelfsameException failure(Reply reply, Consumer<Multibiometrics> call)
            throws IOException {
        try (ScriptedServer server = new ScriptedServer(reply);
                SelfsameClient client = server.once()) {
            return catchThrowableOfType(
                    SelfsameException.class, () -> call.accept(client.multibiometrics()));
        }
    }

    private static <T> Called<T> called(Reply reply, Function<Multibiometrics, T> call)
            throws IOException {
        try (ScriptedServer server = new ScriptedServer(reply);
                SelfsameClient client = server.once()) {
            T value = call.apply(client.multibiometrics());
            return new Called<>(server.asked().getFirst(), value);
        }
    }
}
