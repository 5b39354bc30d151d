package dev.selfsame.server.testing;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** Gives tests the one server of this test process, with default settings and authentication on. */
public final class ServerExtension implements ParameterResolver {

    private static final Namespace NAMESPACE = Namespace.create(ServerExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == RunningServer.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, NAMESPACE)
                .computeIfAbsent(RunningServer.class, type -> start(), RunningServer.class);
    }

    private static RunningServer start() {
        try {
            return RunningServer.start(Files.createTempDirectory("selfsame-test"), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
