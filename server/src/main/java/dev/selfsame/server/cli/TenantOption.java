package dev.selfsame.server.cli;

import dev.selfsame.server.tenant.Tenant;

import picocli.CommandLine.Option;

/** Whose people a command is about. */
final class TenantOption {

    @Option(
            names = "--tenant",
            paramLabel = "ID",
            description = "Whose (default: ${DEFAULT-VALUE})",
            defaultValue = Tenant.DEFAULT_ID)
    private String tenant = Tenant.DEFAULT_ID;

    /**
     * The tenant's id.
     *
     * @throws IllegalArgumentException if there is none of that id
     */
    String existing(OpenStore store) {
        Tenant.checkId(tenant);
        if (store.tenants().find(tenant).isEmpty()) {
            throw new IllegalArgumentException(
                    "there is no tenant " + tenant + "; see selfsame tenants list");
        }
        return tenant;
    }
}
