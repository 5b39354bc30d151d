package dev.selfsame.server;

import dev.selfsame.engine.inference.InvalidPackException;
import dev.selfsame.server.signing.UnusableSigningKeyException;
import dev.selfsame.server.store.jdbc.UnusableDatabaseException;
import dev.selfsame.server.store.redis.UnusableRedisException;
import dev.selfsame.server.store.s3.UnusableBucketException;
import dev.selfsame.server.tls.UnusableCertificateException;
import dev.selfsame.server.vault.UnusableMasterKeyException;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.web.server.PortInUseException;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;

import java.io.IOException;
import java.net.BindException;

/** The server did not start. The message says in one sentence why, for the person at the prompt. */
public final class StartFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private StartFailedException(String message, Throwable cause) {
        super(message, cause);
    }

    static StartFailedException because(Throwable failure) {
        if (failure instanceof IOException
                || failure.getClass() == IllegalArgumentException.class) {
            // why: thrown by what runs before Spring, in words for the person at the prompt
            return new StartFailedException(words(failure), failure);
        }
        Throwable root = failure;
        for (Throwable t = failure; t != null; t = t.getCause()) {
            String known = known(t);
            if (known != null) {
                return new StartFailedException(known, failure);
            }
            root = t;
        }
        String why = words(root);
        return new StartFailedException(
                namesASetting(why) ? why : "the server could not start: " + why, failure);
    }

    private static @Nullable String known(Throwable failure) {
        return switch (failure) {
            case PortInUseException taken ->
                    "port " + taken.getPort() + " is in use; choose another one with --port";
            case BindException address -> "cannot listen there: " + words(address);
            case UnboundConfigurationPropertiesException unknown -> unknownKey(unknown);
            case UnusableCertificateException certificate -> words(certificate);
            case UnusableSigningKeyException key -> words(key);
            case UnusableDatabaseException database -> words(database);
            case UnusableBucketException bucket -> words(bucket);
            case UnusableMasterKeyException key -> words(key);
            case UnusableRedisException redis -> words(redis);
            case InvalidPackException pack -> words(pack);
            case YAMLException yaml -> "the settings file is no YAML" + place(yaml);
            case org.springframework.boot.context.properties.bind.BindException bad ->
                    badValue(bad);
            default -> null;
        };
    }

    private static String unknownKey(UnboundConfigurationPropertiesException failure) {
        ConfigurationProperty first = failure.getUnboundProperties().iterator().next();
        return "there is no setting "
                + first.getName()
                + " ("
                + first.getOrigin()
                + "); docs/configuration.md lists them";
    }

    private static String badValue(
            org.springframework.boot.context.properties.bind.BindException failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            if (root.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
                return unknownKey(unknown);
            }
            root = root.getCause();
        }
        if (namesASetting(words(root))) {
            return words(root);
        }
        ConfigurationProperty property = failure.getProperty();
        Object place = property == null ? failure.getName() : property.getName();
        return "the setting " + place + " is wrong: " + words(root);
    }

    private static boolean namesASetting(String message) {
        return message.startsWith(Settings.PREFIX + ".");
    }

    // why not its message: that quotes the line, which may be the one with a password
    private static String place(YAMLException failure) {
        Mark mark = failure instanceof MarkedYAMLException marked ? marked.getProblemMark() : null;
        return mark == null
                ? ""
                : ": line " + (mark.getLine() + 1) + ", column " + (mark.getColumn() + 1);
    }

    private static String words(Throwable failure) {
        String message = failure.getMessage();
        return message == null || message.isBlank()
                ? failure.getClass().getSimpleName()
                : message.lines().findFirst().orElse(message);
    }
}
