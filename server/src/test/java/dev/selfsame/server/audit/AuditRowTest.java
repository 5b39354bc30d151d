package dev.selfsame.server.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

/** The bytes that are hashed; the expected hashes were made by the Python of docs/audit.md. */
final class AuditRowTest {

    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00.123456789Z");

    @Test
    void hashesAreThoseOfTheDocument() {
        AuditRow first =
                AuditRow.after(
                        AuditHead.NONE,
                        new AuditEntry(
                                NOON, "acme", "cli", "keys.create", "ö😀", AuditOutcome.DONE));
        AuditRow second =
                AuditRow.after(
                        first.head(),
                        new AuditEntry(
                                Instant.ofEpochSecond(-1, 999_000_000),
                                "acme",
                                "cli",
                                "keys.create",
                                "x",
                                AuditOutcome.REFUSED));

        assertThat(first.head())
                .hasToString("1:51e471af7072d3dee3e4e332f885a4d8a93f83130e6d1bb03d4b445cb91f2e35");
        assertThat(second.head())
                .hasToString("2:b200aed06cbcf7557b949575f4dc67f9514ae6b651cecfaf0c3ce05a2e61848d");
        assertThat(AuditHead.parse(second.head().toString())).isEqualTo(second.head());
    }

    @Test
    void aLetterThatMovesToTheNextValueChangesTheHash() {
        assertThat(hash("acme", "cli")).isNotEqualTo(hash("acmec", "li"));
        assertThat(hash("a", "b")).isNotEqualTo(hash("b", "a"));
    }

    private static String hash(String tenant, String actor) {
        return AuditRow.after(
                        AuditHead.NONE,
                        new AuditEntry(NOON, tenant, actor, "keys.x", "-", AuditOutcome.DONE))
                .hash();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                ":",
                "-1:0000000000000000000000000000000000000000000000000000000000000000",
                "9999999999999999999:0000000000000000000000000000000000000000000000000000000000000000",
                "1:A000000000000000000000000000000000000000000000000000000000000000",
                "1:00000000000000000000000000000000000000000000000000000000000000000",
                "1:0000000000000000000000000000000000000000000000000000000000000000\n"
            })
    void headsThatAreNoneAreRefused(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> AuditHead.parse(text))
                .withMessageContaining("SEQ:HASH");
    }
}
