package dev.selfsame.server;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.imaging.ImageLimits;
import dev.selfsame.server.admission.AdmissionLimits;
import dev.selfsame.server.admission.UploadShare;
import dev.selfsame.server.api.bioservices.BioServicesOptions;
import dev.selfsame.server.api.multibiometrics.MultibiometricsOptions;
import dev.selfsame.server.biosession.BioSessionOptions;
import dev.selfsame.server.callback.CallbackOptions;
import dev.selfsame.server.challenge.ChallengeOptions;
import dev.selfsame.server.connection.ConnectionOptions;
import dev.selfsame.server.identification.IdentificationOptions;
import dev.selfsame.server.json.JsonLimits;
import dev.selfsame.server.log.LogOptions;
import dev.selfsame.server.multipart.MultipartLimits;
import dev.selfsame.server.person.PersonOptions;
import dev.selfsame.server.portal.PortalOptions;
import dev.selfsame.server.retention.RetentionOptions;
import dev.selfsame.server.signing.SigningOptions;
import dev.selfsame.server.status.StatusOptions;
import dev.selfsame.server.store.jdbc.DatabaseOptions;
import dev.selfsame.server.store.s3.S3Options;
import dev.selfsame.server.tenant.ApiKeyOptions;
import dev.selfsame.server.tls.TlsOptions;
import dev.selfsame.server.trace.TraceOptions;
import dev.selfsame.server.vault.VaultOptions;
import dev.selfsame.server.version.Version;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.time.Clock;

/** Hands each package its own part of the settings, and opens the engine. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(Settings.class)
class ServerConfiguration {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    Version version() {
        return Version.current();
    }

    @Bean
    Engine engine(Settings settings) {
        return Engine.open(settings.engine().config());
    }

    @Bean
    TlsOptions tlsOptions(Settings settings) {
        return settings.tls();
    }

    @Bean
    ConnectionOptions connectionOptions(Settings settings) {
        return settings.connections();
    }

    @Bean
    LogOptions logOptions(Settings settings) {
        return settings.logs();
    }

    @Bean
    TraceOptions traceOptions(Settings settings) {
        return settings.traces();
    }

    @Bean
    AdmissionLimits admissionLimits(Settings settings) {
        return settings.admission();
    }

    @Bean
    UploadShare uploadShare(Settings settings) {
        return UploadShare.ofHeap(settings.uploads().heapShare());
    }

    @Bean
    MultipartLimits multipartLimits(Settings settings) {
        UploadSettings uploads = settings.uploads();
        return new MultipartLimits(
                uploads.body(),
                settings.engine().maxImageBytes(),
                uploads.maxTextBytes(),
                uploads.maxParts());
    }

    @Bean
    JsonLimits jsonLimits(Settings settings) {
        return new JsonLimits(settings.uploads().body(), settings.engine().maxImageBytes());
    }

    @Bean
    ImageLimits imageLimits(Settings settings) {
        return settings.engine().imageLimits();
    }

    @Bean
    DatabaseOptions databaseOptions(Settings settings) {
        return settings.database();
    }

    @Bean
    ApiKeyOptions apiKeyOptions(Settings settings) {
        return settings.apiKeys();
    }

    @Bean
    SigningOptions signingOptions(Settings settings) {
        return settings.signing();
    }

    @Bean
    VaultOptions vaultOptions(Settings settings) {
        return settings.vault();
    }

    @Bean
    PersonOptions personOptions(Settings settings) {
        return settings.person();
    }

    @Bean
    IdentificationOptions identificationOptions(Settings settings) {
        return settings.identification();
    }

    @Bean
    BioSessionOptions bioSessionOptions(Settings settings) {
        return settings.biosession();
    }

    @Bean
    S3Options s3Options(Settings settings) {
        return settings.media().s3();
    }

    @Bean
    CallbackOptions callbackOptions(Settings settings) {
        return settings.callback();
    }

    @Bean
    ChallengeOptions challengeOptions(Settings settings) {
        return settings.challenge();
    }

    @Bean
    PortalOptions portalOptions(Settings settings) {
        return settings.portal();
    }

    @Bean
    StatusOptions statusOptions(Settings settings) {
        return settings.status();
    }

    @Bean
    RetentionOptions retentionOptions(Settings settings) {
        return settings.retention();
    }

    @Bean
    BioServicesOptions bioServicesOptions(Settings settings) {
        return settings.bioservices();
    }

    @Bean
    MultibiometricsOptions multibiometricsOptions(Settings settings) {
        return settings.multibiometrics();
    }
}
