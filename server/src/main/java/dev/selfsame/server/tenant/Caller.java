package dev.selfsame.server.tenant;

/**
 * Who sent a request.
 *
 * @param tenantId the tenant that everything it reads and writes belongs to
 * @param keyId the key it showed
 * @param scopes what that key allows
 */
public record Caller(String tenantId, String keyId, Scopes scopes) {}
