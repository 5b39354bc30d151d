package dev.selfsame.server.client;

import dev.selfsame.client.Biometrics;
import dev.selfsame.client.Consent;
import dev.selfsame.client.Multibiometrics;
import dev.selfsame.client.Picture;
import dev.selfsame.client.Receipt;
import dev.selfsame.client.SelfsameClient;
import dev.selfsame.client.Signed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** People who are kept with their consent, take it back, and are deleted against a receipt. */
final class ConsentExample {

    private ConsentExample() {}

    static void enroll(SelfsameClient client, String name, Path picture, Instant given) {
        Consent consent =
                Consent.of("Door of the office", "GDPR 9(2)(a)", given).withText("2025-03", null);
        client.multibiometrics().enroll(name, Biometrics.face(Picture.of(picture)), consent);
    }

    static void withdraw(SelfsameClient client, String name, Instant withdrawn) {
        Multibiometrics people = client.multibiometrics();
        Consent consent = people.consent(name).orElseThrow();
        people.setConsent(name, consent.withWithdrawal(withdrawn));
    }

    /** Writes the receipt into a file, letter by letter as it is signed. */
    static Receipt delete(SelfsameClient client, String name, Path file) throws IOException {
        Multibiometrics people = client.multibiometrics();
        UUID id = Objects.requireNonNull(people.delete(name), "a server without receipts");
        Signed<Receipt> receipt = people.receipt(id);
        Files.writeString(file, receipt.json());
        return client.signatures().verified(receipt);
    }
}
