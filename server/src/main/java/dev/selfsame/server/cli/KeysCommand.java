package dev.selfsame.server.cli;

import dev.selfsame.server.audit.AuditEntry;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.IssuedKey;
import dev.selfsame.server.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;

/** Makes, lists and ends API keys, while the server runs or not. */
@Command(
        name = "keys",
        description = "Make, list, rotate and revoke API keys; works while the server runs.",
        mixinStandardHelpOptions = true,
        versionProvider = VersionCommand.Lines.class,
        subcommands = {
            KeysCreateCommand.class,
            KeysListCommand.class,
            KeysRotateCommand.class,
            KeysRevokeCommand.class
        },
        footer = {
            "",
            "Examples:",
            "  selfsame keys create --name webshop --scopes match --expires 90d",
            "  selfsame keys list",
            "  selfsame keys rotate x7k2m9q4tz --overlap 24h",
            "  selfsame keys revoke x7k2m9q4tz"
        })
public final class KeysCommand implements Callable<Integer> {

    @Spec private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        CommandLine line = CommandSpecs.of(spec);
        line.usage(line.getErr());
        return CommandLine.ExitCode.USAGE;
    }

    /** What the subcommands share. */
    static final class Shared {

        private static final Pattern ID = Pattern.compile("[a-z0-9]{10}");

        @Mixin private final StoreOption store = new StoreOption();

        @Option(
                names = "--tenant",
                paramLabel = "ID",
                description = "Whose keys (default: ${DEFAULT-VALUE})",
                defaultValue = Tenant.DEFAULT_ID)
        private String tenant = Tenant.DEFAULT_ID;

        String tenant() {
            return tenant;
        }

        boolean json() {
            return store.json();
        }

        int run(CommandLine line, ToIntFunction<OpenStore> work) {
            return store.run(
                    line,
                    open -> {
                        Tenant.checkId(tenant);
                        return work.applyAsInt(open);
                    });
        }

        /** The id in what was typed; whoever pastes the whole key means it. */
        static String id(String keyOrId) {
            return ApiKeys.idOf(keyOrId).orElse(keyOrId);
        }

        /** What the audit trail may know: an id, but no text that may hold half a secret. */
        static String subject(String id) {
            return ID.matcher(id).matches() ? id : AuditEntry.NONE;
        }

        int noSuchKey(CommandLine line) {
            return StoreOption.fail(
                    line,
                    "the tenant "
                            + tenant
                            + " has no valid key of that id; see selfsame keys list");
        }

        /** Prints a key, the only time that it can be. */
        void print(CommandLine line, IssuedKey issued) {
            String expires =
                    issued.key().expires() == null ? "" : issued.key().expires().toString();
            if (json()) {
                Map<String, String> created = new LinkedHashMap<>();
                created.put("id", issued.key().id());
                created.put("tenant", issued.key().tenantId());
                created.put("name", issued.key().name());
                created.put("scopes", issued.key().scopes().text());
                if (!expires.isEmpty()) {
                    created.put("expires", expires);
                }
                created.put("apiKey", issued.text());
                line.getOut().println(JsonLine.of(created));
            } else {
                line.getOut().println(issued.text());
                line.getErr()
                        .println(
                                "Key "
                                        + issued.key().id()
                                        + " is shown this once; keep it safe."
                                        + (expires.isEmpty() ? "" : " It ends at " + expires));
                line.getErr().flush();
            }
            line.getOut().flush();
        }
    }
}
