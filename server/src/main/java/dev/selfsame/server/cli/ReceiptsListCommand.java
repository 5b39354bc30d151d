package dev.selfsame.server.cli;

import dev.selfsame.server.person.CustomId;
import dev.selfsame.server.person.PersonAudit;
import dev.selfsame.server.receipt.Receipt;
import dev.selfsame.server.receipt.ReceiptQuery;
import dev.selfsame.server.receipt.ReceiptText;
import dev.selfsame.server.receipt.StoredReceipt;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;

@Command(
        name = "list",
        description = {
            "List receipts, the latest first.",
            "The subject of a person's receipts is that of the entries in the audit trail."
        },
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class)
final class ReceiptsListCommand implements Callable<Integer> {

    private static final String ROW = "%-36s %-24s %-20s %-32s %-14s %6s%n";
    private static final int LONGEST_NAME_BYTES = 2_000;

    @Mixin private final StoreOption option = new StoreOption();

    @Mixin private final AnyTenantOption tenant = new AnyTenantOption();

    @Option(
            names = "--custom-id",
            paramLabel = "TEXT",
            description = {
                "About this person of the tenant; - reads the name from standard input,",
                "as others on this machine can see what is typed here"
            })
    private @Nullable String customId;

    @Mixin private final LatestOption latest = new LatestOption();

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        if (customId != null && !tenant.isNamed()) {
            throw new ParameterException(line, "--custom-id needs --tenant");
        }
        return option.run(line, store -> list(store, line));
    }

    private int list(OpenStore store, CommandLine line) {
        ReceiptQuery query = new ReceiptQuery(tenant.id(), subject(store), latest.limit());
        print(store.receipts().list(query), line.getOut());
        return CommandLine.ExitCode.OK;
    }

    private @Nullable String subject(OpenStore store) {
        if (customId == null) {
            return null;
        }
        String id = Objects.requireNonNull(tenant.id());
        if (store.tenants().find(id).isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no tenant "
                            + id
                            + " any more, and with its keys went what finds a person's receipts");
        }
        String name = customId.equals("-") ? typed() : customId;
        return PersonAudit.subject(store.personSecrets().pseudonym(id, new CustomId(name)));
    }

    private static String typed() {
        String text = new String(InputFile.read("-", LONGEST_NAME_BYTES), StandardCharsets.UTF_8);
        return text.lines().findFirst().orElse("");
    }

    private void print(List<StoredReceipt> receipts, PrintWriter out) {
        List<Map<String, Object>> all =
                receipts.stream().map(ReceiptsListCommand::members).toList();
        if (option.json()) {
            out.println(JsonLine.of(Map.of("receipts", all)));
        } else {
            out.printf(ROW, "ID", "DELETED", "TENANT", "SUBJECT", "REASON", "PEOPLE");
            all.forEach(
                    it ->
                            out.printf(
                                    ROW,
                                    it.get("id"),
                                    it.get("deleted"),
                                    it.get("tenant"),
                                    it.getOrDefault("subject", "-"),
                                    it.get("reason"),
                                    it.get("people")));
        }
        out.flush();
    }

    private static Map<String, Object> members(StoredReceipt stored) {
        Receipt receipt = ReceiptText.read(stored);
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("id", receipt.id().toString());
        members.put("deleted", receipt.deleted().toString());
        members.put("tenant", receipt.tenantId());
        if (receipt.subject() != null) {
            members.put("subject", receipt.subject());
        }
        members.put("reason", receipt.reason().id());
        members.put("people", receipt.erased().people());
        members.put("faces", receipt.erased().faces());
        members.put("fingers", receipt.erased().fingers());
        members.put("consents", receipt.erased().consents());
        members.put("kid", ReceiptText.kid(stored));
        return members;
    }
}
