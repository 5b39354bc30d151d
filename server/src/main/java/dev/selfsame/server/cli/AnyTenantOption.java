package dev.selfsame.server.cli;

import dev.selfsame.server.tenant.Tenant;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Option;

/** Whose entries a list has: everybody's, unless a tenant is named, which may be gone already. */
final class AnyTenantOption {

    @Option(names = "--tenant", paramLabel = "ID", description = "Whose (default: everybody's)")
    private @Nullable String tenant;

    boolean isNamed() {
        return tenant != null;
    }

    /**
     * The tenant's id, null for everybody's.
     *
     * @throws IllegalArgumentException if it cannot be one
     */
    @Nullable String id() {
        if (tenant != null) {
            Tenant.checkId(tenant);
        }
        return tenant;
    }
}
