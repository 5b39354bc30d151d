package dev.selfsame.server;

import dev.selfsame.server.admission.AdmissionLimits;
import dev.selfsame.server.api.bioservices.BioServicesOptions;
import dev.selfsame.server.api.multibiometrics.MultibiometricsOptions;
import dev.selfsame.server.biosession.BioSessionOptions;
import dev.selfsame.server.callback.CallbackOptions;
import dev.selfsame.server.challenge.ChallengeOptions;
import dev.selfsame.server.connection.ConnectionOptions;
import dev.selfsame.server.identification.IdentificationOptions;
import dev.selfsame.server.log.LogOptions;
import dev.selfsame.server.person.PersonOptions;
import dev.selfsame.server.portal.PortalOptions;
import dev.selfsame.server.retention.RetentionOptions;
import dev.selfsame.server.setting.Setting;
import dev.selfsame.server.signing.SigningOptions;
import dev.selfsame.server.status.StatusOptions;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.tenant.ApiKeyOptions;
import dev.selfsame.server.tls.TlsOptions;
import dev.selfsame.server.trace.TraceOptions;
import dev.selfsame.server.vault.VaultOptions;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Every setting of the server, read once at the start; a key that is not one of these stops it.
 *
 * @param host address to listen on
 * @param port port to listen on, 0 for any free one
 */
@ConfigurationProperties(prefix = Settings.PREFIX, ignoreUnknownFields = false)
public record Settings(
        @Setting(
                        meaning = "where to listen; `0.0.0.0` or `::` for all interfaces",
                        range = "not blank",
                        type = "address")
                String host,
        @Setting(
                        meaning =
                                "port to listen on; 0 takes any free one, which the first line of"
                                        + " output names",
                        range = "0..65535")
                int port,
        TlsOptions tls,
        ConnectionOptions connections,
        LogOptions logs,
        TraceOptions traces,
        EngineSettings engine,
        AdmissionLimits admission,
        UploadSettings uploads,
        DatabaseOptions database,
        ApiKeyOptions apiKeys,
        SigningOptions signing,
        @DefaultValue VaultOptions vault,
        PersonOptions person,
        IdentificationOptions identification,
        BioSessionOptions biosession,
        MediaSettings media,
        CallbackOptions callback,
        ChallengeOptions challenge,
        PortalOptions portal,
        StatusOptions status,
        RetentionOptions retention,
        BioServicesOptions bioservices,
        MultibiometricsOptions multibiometrics) {

    static final String PREFIX = "selfsame";

    public Settings {
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("selfsame.port: " + port + " (expected: 0..65535)");
        }
        if (host.isBlank()) {
            throw new IllegalArgumentException("selfsame.host: blank (expected: an address)");
        }
    }
}
