package dev.selfsame.server.store.jdbc;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.audit.AuditHead;
import dev.selfsame.server.audit.AuditOutcome;
import dev.selfsame.server.audit.AuditRow;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Rows for every table of the schema as each migration up to the eighth left it, in the words of
 * then.
 */
final class RowsOfVersion {

    /** So many entries the audit trail has. */
    static final int ENTRIES = 3;

    private static final String AT = "'2026-11-01T12:00:00.123456Z'";
    private static final String KEY = "'11111111-2222-3333-4444-555555555555'";
    private static final String PERSON = "'aaaaaaaa-bbbb-cccc-dddd-eeeeeeeeeeee'";
    private static final String BOX = box("01ff00fe");

    private RowsOfVersion() {}

    /**
     * Statements that fill a database that was migrated up to there.
     *
     * @param postgresql whether bytes are written as PostgreSQL does
     */
    static List<String> upTo(int version, boolean postgresql) {
        List<String> sql = new ArrayList<>();
        sql.addAll(tenants(version));
        if (version >= 2) {
            sql.addAll(counts(version));
        }
        if (version >= 3) {
            sql.addAll(people(version));
        }
        if (version >= 4) {
            sql.add("insert into retired_tenant (id, deleted) values ('gone', " + AT + ")");
        }
        if (version >= 5) {
            sql.addAll(signingKeys());
        }
        if (version >= 6) {
            sql.add(
                    "insert into callback (id, tenant_id, session_id, target, place, attempts, due)"
                            + " values ("
                            + KEY
                            + ", 'acme', "
                            + PERSON
                            + ", 'https://example.org/a?b=c', 'https://example.org:443', 1, "
                            + AT
                            + ")");
        }
        if (version >= 7) {
            sql.addAll(users());
        }
        return postgresql
                ? sql.stream().map(one -> one.replaceAll("X'([0-9a-f]+)'", "'\\\\x$1'")).toList()
                : sql;
    }

    private static String box(String hex) {
        return "X'" + hex + "'";
    }

    private static List<String> tenants(int version) {
        String hash = "'" + "0123456789abcdef".repeat(4) + "'";
        List<String> sql = new ArrayList<>();
        sql.add("insert into tenant (id, created) values ('acme', " + AT + ")");
        sql.add("insert into tenant (id, created) values ('default', " + AT + ")");
        if (version >= 2) {
            sql.add(
                    "update tenant set name = 'Acme \"é\" \\ ☃ 😀', face_fmr = 1.0E-7,"
                            + " finger_fmr = 0.1 where id = 'acme'");
        }
        sql.add(
                "insert into api_key (id, tenant_id, name, secret_sha256, scopes, created,"
                        + " last_used, revoked) values ('0123456789', 'acme', 'shop', "
                        + hash
                        + ", 'match', "
                        + AT
                        + ", "
                        + AT
                        + ", null)");
        sql.add(
                "insert into api_key (id, tenant_id, name, secret_sha256, scopes, created,"
                        + " last_used, revoked) values ('9876543210', 'acme', 'old', "
                        + hash
                        + ", 'all', "
                        + AT
                        + ", null, "
                        + AT
                        + ")");
        return sql;
    }

    private static List<String> counts(int version) {
        List<String> sql = new ArrayList<>();
        sql.add(
                "insert into usage_count (tenant_id, utc_day, api_key_id, operation, outcome,"
                        + " requests) values ('acme', date '2026-11-01', '0123456789', 'match',"
                        + " 'ok', 9000000000)");
        sql.add("insert into usage_writer (id, last_batch, seen) values ('writer', 3, " + AT + ")");
        if (version < 8) {
            sql.addAll(entries());
        } else {
            sql.addAll(chain());
        }
        return sql;
    }

    private static List<String> entries() {
        return IntStream.rangeClosed(1, ENTRIES)
                .mapToObj(
                        i ->
                                "insert into audit_entry (at, tenant_id, actor, action, subject,"
                                        + " outcome) values ("
                                        + AT
                                        + ", 'acme', 'cli', 'keys.create', 'key-"
                                        + i
                                        + "', 'done')")
                .toList();
    }

    private static List<String> chain() {
        List<String> sql = new ArrayList<>();
        AuditHead head = AuditHead.NONE;
        for (int i = 1; i <= ENTRIES; i++) {
            AuditEntry entry =
                    new AuditEntry(
                            Instant.parse(AT.replace("'", "")),
                            "acme",
                            "cli",
                            "keys.create",
                            "key-" + i,
                            AuditOutcome.DONE);
            head = AuditRow.after(head, entry).head();
            sql.add(
                    "insert into audit_entry (at, tenant_id, actor, action, subject, outcome, seq,"
                            + " hash) values (%s, 'acme', 'cli', 'keys.create', 'key-%d', 'done',"
                                    .formatted(AT, i)
                            + " %d, '%s')".formatted(head.sequence(), head.hash()));
        }
        sql.add(
                "update audit_head set seq = %d, hash = '%s'"
                        .formatted(head.sequence(), head.hash()));
        return sql;
    }

    private static List<String> people(int version) {
        List<String> sql = new ArrayList<>();
        sql.add(
                "insert into tenant_key (id, tenant_id, purpose, version, master_id, box, created)"
                        + " values ("
                        + String.join(
                                ", ", KEY, "'acme'", "'SEAL'", "1", "'0011223344556677'", BOX, AT)
                        + ")");
        sql.add(
                version == 3
                        ? "insert into person_ledger (tenant_id, incarnation, last_number,"
                                + " last_change) values ('acme', "
                                + PERSON
                                + ", 7, 9)"
                        : "insert into person_ledger (tenant_id, last_number, last_change) values"
                                + " ('acme', 7, 9)");
        sql.add(
                "insert into person (id, tenant_id, pseudonym, custom_id_key, custom_id_box,"
                        + " person_number, client_id, created, updated, change_number) values ("
                        + String.join(
                                ", ",
                                PERSON,
                                "'acme'",
                                box("abcd"),
                                KEY,
                                BOX,
                                "7",
                                "'1628692218558x176807293303153250'",
                                AT,
                                AT,
                                "8")
                        + ")");
        for (int slot : List.of(0, 1, 10)) {
            sql.add(
                    "insert into person_template (person_id, slot, key_id, box) values ("
                            + String.join(", ", PERSON, Integer.toString(slot), KEY, BOX)
                            + ")");
        }
        sql.add(
                "insert into person_deletion (tenant_id, change_number, person_id, deleted) values"
                        + " ('acme', 9, "
                        + KEY
                        + ", "
                        + AT
                        + ")");
        sql.add(
                "insert into verification_failure (person_id, failures, blocked_until) values ("
                        + PERSON
                        + ", 2, "
                        + AT
                        + ")");
        return sql;
    }

    private static List<String> signingKeys() {
        String columns =
                "insert into signing_key (kid, algorithm, certificate, master_id, box, turn,"
                        + " created, retired) values (";
        return List.of(
                columns
                        + String.join(
                                ", ",
                                "'kid-1'",
                                "'ES256'",
                                BOX,
                                "'0011223344556677'",
                                BOX,
                                "1",
                                AT,
                                "null")
                        + ")",
                columns
                        + String.join(
                                ", ", "'kid-0'", "'RS256'", BOX, "null", "null", "null", AT, AT)
                        + ")");
    }

    private static List<String> users() {
        return List.of(
                "insert into portal_user (name, role, tenant_id, password_hash, stamp, created)"
                        + " values ('ann', 'TENANT', 'acme', '$argon2id$v=19$x', "
                        + KEY
                        + ", "
                        + AT
                        + ")",
                "insert into portal_totp (user_name, master_id, box, last_step) values ('ann',"
                        + " '0011223344556677', "
                        + BOX
                        + ", 4)");
    }
}
