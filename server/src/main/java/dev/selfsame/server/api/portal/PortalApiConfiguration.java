package dev.selfsame.server.api.portal;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.admission.UploadBudget;
import dev.selfsame.server.api.WebFiles;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.body.BodyLimits;
import dev.selfsame.server.challenge.Captures;
import dev.selfsame.server.challenge.ChallengeStore;
import dev.selfsame.server.json.JsonLimits;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.person.PeopleCensus;
import dev.selfsame.server.person.PersonOptions;
import dev.selfsame.server.person.PersonStore;
import dev.selfsame.server.person.TenantErasure;
import dev.selfsame.server.portal.OneTimeCodes;
import dev.selfsame.server.portal.PortalOptions;
import dev.selfsame.server.portal.PortalSessions;
import dev.selfsame.server.portal.PortalUsers;
import dev.selfsame.server.portal.SignIn;
import dev.selfsame.server.receipt.ReceiptStore;
import dev.selfsame.server.retention.Retention;
import dev.selfsame.server.retention.RetentionOptions;
import dev.selfsame.server.signing.SigningKeyRotation;
import dev.selfsame.server.signing.SigningKeyStore;
import dev.selfsame.server.signing.SigningOptions;
import dev.selfsame.server.status.StatusOptions;
import dev.selfsame.server.tenant.ApiKeys;
import dev.selfsame.server.tenant.Tenants;
import dev.selfsame.server.usage.UsageStore;
import dev.selfsame.server.version.Version;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;
import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class PortalApiConfiguration {

    // why so small and short: whoever is not signed in can send one
    private static final BodyLimits BODY = new BodyLimits(64 * 1024, Duration.ofSeconds(10));

    @Bean
    ErrorTable portalErrors() {
        return new ErrorTable();
    }

    @Bean
    PortalDialect portalDialect() {
        return new PortalDialect(JsonMapper.builder().build());
    }

    @Bean
    SessionCookie sessionCookie(PortalOptions options) {
        return new SessionCookie(options);
    }

    @Bean
    PortalForms portalForms(UploadBudget budget) {
        return new PortalForms(new JsonReader(new JsonLimits(BODY, BODY.maxBytes()), budget));
    }

    @Bean
    PortalTrail portalTrail(AuditTrail audit) {
        return new PortalTrail(audit);
    }

    @Bean
    WebMvcConfigurer portalEntrance(
            PortalOptions options,
            SessionCookie cookie,
            PortalSessions sessions,
            PortalUsers users,
            Tenants tenants) {
        PortalGate gate = new PortalGate(options, cookie, sessions, users, tenants);
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(gate);
            }
        };
    }

    @Bean
    PageRoute portalPage(WebFiles files) {
        return new PageRoute(files);
    }

    @Bean
    SignInRoutes signInRoutes(
            PortalForms forms, SignIn signIn, PortalSessions sessions, SessionCookie cookie) {
        return new SignInRoutes(forms, signIn, sessions, cookie);
    }

    @Bean
    OwnAccountRoutes ownAccountRoutes(
            PortalForms forms,
            PortalUsers users,
            SignIn signIn,
            OneTimeCodes codes,
            PortalSessions sessions,
            SessionCookie cookie,
            PortalTrail trail) {
        return new OwnAccountRoutes(forms, users, signIn, codes, sessions, cookie, trail);
    }

    @Bean
    UserRoutes userRoutes(
            PortalForms forms,
            PortalUsers users,
            PortalSessions sessions,
            SignIn signIn,
            PortalTrail trail) {
        return new UserRoutes(forms, users, sessions, signIn, trail);
    }

    @Bean
    TenantRoutes tenantRoutes(
            PortalForms forms,
            Tenants tenants,
            PersonStore people,
            TenantErasure erasure,
            PortalTrail trail) {
        return new TenantRoutes(forms, tenants, people, erasure, trail);
    }

    @Bean
    KeyRoutes keyRoutes(PortalForms forms, ApiKeys keys, PortalTrail trail, Clock clock) {
        return new KeyRoutes(forms, keys, trail, clock);
    }

    @Bean
    UsageRoutes usageRoutes(UsageStore usage, ApiKeys keys, Clock clock) {
        return new UsageRoutes(usage, keys, clock);
    }

    @Bean
    RulesRoutes rulesRoutes(
            PortalForms forms, Tenants tenants, PersonOptions server, PortalTrail trail) {
        return new RulesRoutes(forms, tenants, server, trail);
    }

    @Bean
    RetentionRoutes retentionRoutes(
            PortalForms forms,
            Tenants tenants,
            PeopleCensus people,
            Retention retention,
            RetentionOptions options,
            PortalTrail trail,
            Clock clock) {
        return new RetentionRoutes(
                forms, tenants, people, retention, options.receiptDays(), trail, clock);
    }

    @Bean
    ReceiptRoutes receiptRoutes(ReceiptStore receipts) {
        return new ReceiptRoutes(receipts);
    }

    @Bean
    OverviewRoute overviewRoute(
            Tenants tenants,
            PersonStore people,
            BioSessionStore sessions,
            Captures captures,
            UsageStore usage,
            StatusOptions status,
            Version version,
            Clock clock) {
        return new OverviewRoute(
                tenants, people, sessions, captures, usage, status, version, clock);
    }

    @Bean
    SessionsRoute sessionsRoute(
            BioSessionStore sessions, ChallengeStore challenges, Captures captures, Clock clock) {
        return new SessionsRoute(sessions, challenges, captures, clock);
    }

    @Bean
    AuditRoute auditRoute(AuditTrail trail) {
        return new AuditRoute(trail);
    }

    @Bean
    SigningKeyRoutes signingKeyRoutes(
            SigningKeyStore store,
            SigningKeyRotation rotation,
            SigningOptions options,
            PortalTrail trail) {
        return new SigningKeyRoutes(store, rotation, options, trail);
    }

    @Bean
    ModelsRoute modelsRoute(Engine engine) {
        return new ModelsRoute(engine);
    }
}
