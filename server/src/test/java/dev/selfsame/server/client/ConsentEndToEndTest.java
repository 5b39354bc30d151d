package dev.selfsame.server.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.selfsame.client.Biometrics;
import dev.selfsame.client.ClientOptions;
import dev.selfsame.client.Consent;
import dev.selfsame.client.Multibiometrics;
import dev.selfsame.client.Picture;
import dev.selfsame.client.Receipt;
import dev.selfsame.client.SelfsameClient;
import dev.selfsame.client.SelfsameException;
import dev.selfsame.client.SignatureOutcome;
import dev.selfsame.client.SignatureOutcome.Reason;
import dev.selfsame.client.Signed;
import dev.selfsame.client.SignedAnswers;
import dev.selfsame.server.testing.Fingers;
import dev.selfsame.server.testing.RunningServer;
import dev.selfsame.server.testing.ServerExtension;

import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Records of consent and receipts of deletions as the Java client asks for them. */
@ExtendWith(ServerExtension.class)
final class ConsentEndToEndTest {

    private static final Biometrics FINGER = Biometrics.finger(2, Picture.of(Fingers.png(7)));
    private static final Instant GIVEN = Instant.parse("2025-03-02T08:00:00.123Z");
    private static final Consent CONSENT =
            Consent.of("Door \"\u00c4\" <b>", "GDPR 9(2)(a)", GIVEN)
                    .withText("2025-03", "0a".repeat(32))
                    .withExpiry(Instant.parse("2035-03-02T00:00:00Z"));

    private final RunningServer server;
    private final String tenant;
    private final SelfsameClient client;
    private final Multibiometrics people;

    ConsentEndToEndTest(RunningServer server) {
        this.server = server;
        tenant = "consent-" + UUID.randomUUID().toString().substring(0, 18);
        client = open(tenant);
        people = client.multibiometrics();
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void consentIsKeptReadAndReplaced() {
        people.enroll("anna", FINGER, CONSENT);
        people.enroll("berta", FINGER);

        assertThat(people.consent("anna")).contains(CONSENT);
        assertThat(people.consent("berta")).isEmpty();
        // an update without one keeps it, one with another replaces it
        people.update("anna", FINGER);
        assertThat(people.consent("anna")).contains(CONSENT);
        Consent other = Consent.of("Canteen", "LGPD 11 I", GIVEN);
        people.update("anna", FINGER, other);
        assertThat(people.consent("anna")).contains(other);

        Consent withdrawn = other.withWithdrawal(GIVEN.plus(Duration.ofDays(30)));
        assertThat(people.setConsent("anna", withdrawn)).isEqualTo(withdrawn);
        assertThat(people.consent("anna")).contains(withdrawn);
        assertThat(people.setConsent("berta", CONSENT)).isEqualTo(CONSENT);
    }

    @Test
    void whatTheServerDoesNotTakeOrKnowIsSaid() {
        people.enroll("anna", FINGER, CONSENT);
        // why: what the client cannot know, as it is a matter of the server's clock
        Consent tomorrow = Consent.of("Door", "law", Instant.parse("2199-01-01T00:00:00Z"));

        assertThat(refused(() -> people.setConsent("anna", tomorrow)).detail())
                .isEqualTo("Invalid JSON format");
        assertThat(people.consent("anna")).contains(CONSENT);
        assertThat(refused(() -> people.setConsent("nobody", CONSENT)).detail())
                .isEqualTo("Person not found");
        assertThat(refused(() -> people.consent("nobody")).detail()).isEqualTo("Person not found");
        try (SelfsameClient reader =
                SelfsameClient.open(
                        ClientOptions.of(
                                server.address(), server.newKey("multibiometrics-read")))) {
            assertThat(refused(() -> reader.multibiometrics().setConsent("anna", CONSENT)).status())
                    .isEqualTo(403);
        }
    }

    @Test
    void aDeletionLeavesAReceiptThatProvesIt() {
        people.enroll("anna", FINGER.withFinger(7, Picture.of(Fingers.png(8))), CONSENT);

        UUID id = Objects.requireNonNull(people.delete("anna"));
        Signed<Receipt> receipt = people.receipt(id);

        Receipt said = client.signatures().verified(receipt);
        assertThat(said.id()).isEqualTo(id);
        assertThat(said.tenant()).isEqualTo(tenant);
        assertThat(said.subject()).matches("[0-9a-f]{32}");
        assertThat(said.reason()).isEqualTo(Receipt.Reason.REQUEST);
        assertThat(said.people()).isOne();
        assertThat(said.faces()).isZero();
        assertThat(said.fingers()).isEqualTo(2);
        assertThat(said.consents()).isOne();
        assertThat(said.pictures()).isZero();
        assertThat(receipt.json()).doesNotContain("anna");
        // as somebody checks it who has the text and the published keys alone
        SignedAnswers offline = SignedAnswers.of(server.get("/.well-known/jwks.json").body());
        assertThat(offline.verified(Receipt.parse(receipt.json()))).isEqualTo(said);
        String more = receipt.json().replace("\"fingers\":2", "\"fingers\":9");
        assertThat(offline.check(Receipt.parse(more)))
                .isInstanceOfSatisfying(
                        SignatureOutcome.Refused.class,
                        it -> assertThat(it.reason()).isEqualTo(Reason.ALTERED));
    }

    @Test
    void receiptsAreForTheirTenantAlone() {
        people.enroll("anna", FINGER);
        UUID id = Objects.requireNonNull(people.delete("anna"));
        try (SelfsameClient thief = open(tenant.replace("consent", "thief"))) {
            SelfsameException stolen = refused(() -> thief.multibiometrics().receipt(id));
            SelfsameException unknown =
                    refused(() -> thief.multibiometrics().receipt(UUID.randomUUID()));

            assertThat(stolen.status()).isEqualTo(404);
            assertThat(stolen.detail()).isEqualTo(unknown.detail());
        }
        assertThat(people.receipt(id).value().id()).isEqualTo(id);
    }

    private SelfsameClient open(String ofTenant) {
        return SelfsameClient.open(
                ClientOptions.of(server.address(), server.newTenantKey(ofTenant)));
    }

    private static SelfsameException refused(ThrowingCallable call) {
        SelfsameException failure = catchThrowableOfType(SelfsameException.class, call);
        assertThat(failure.kind()).isEqualTo(SelfsameException.Kind.REFUSED);
        return failure;
    }
}
