package dev.selfsame.server.challenge;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.admission.Admission;
import dev.selfsame.server.admission.UploadBudget;
import dev.selfsame.server.audit.AuditTrail;
import dev.selfsame.server.biosession.BioSessionStore;
import dev.selfsame.server.biosession.BioSessions;
import dev.selfsame.server.callback.Callbacks;
import dev.selfsame.server.face.FaceCoding;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.media.Media;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

@Configuration(proxyBeanMethods = false)
class ChallengeConfiguration {

    // why: longer than the longest wait of admission, shorter than a person waits for a result
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    @Bean
    Challenges challenges(
            BioSessions sessions, ChallengeStore store, ChallengeOptions options, Clock clock) {
        return new Challenges(sessions, store, new ResultWaits(options.resultWait()), clock);
    }

    @Bean
    Patience patience() {
        return new Patience(PATIENCE);
    }

    @Bean
    Conclusion conclusion(
            Challenges challenges,
            BioSessions sessions,
            FaceCoding coding,
            Callbacks callbacks,
            AuditTrail audit,
            Patience patience) {
        return new Conclusion(challenges, sessions, coding, callbacks, audit, patience);
    }

    @Bean
    CaptureSlots captureSlots(ChallengeOptions options, Admission admission, MeterRegistry meters) {
        CaptureSlots slots = new CaptureSlots(options.captures(admission.workers()));
        Gauge.builder("selfsame.captures.running", slots, CaptureSlots::taken).register(meters);
        return slots;
    }

    @Bean
    Captures captures(
            Challenges challenges,
            Conclusion conclusion,
            Engine engine,
            Admission admission,
            CaptureSlots slots,
            ChallengeOptions options,
            Patience patience,
            Clock clock) {
        return new Captures(
                challenges, conclusion, engine, admission, slots, options, patience, clock);
    }

    @Bean
    Replays replays(
            BioSessions sessions,
            BioSessionStore store,
            Challenges challenges,
            ReplayJudge judge,
            Conclusion conclusion,
            CaptureSlots slots,
            UploadBudget budget,
            JsonReader reader,
            Clock clock) {
        return new Replays(
                sessions,
                store,
                challenges,
                new ReplayKeys(new SecureRandom(), clock),
                judge,
                conclusion,
                slots,
                budget,
                reader,
                clock);
    }

    @Bean
    ReplayJudge replayJudge(
            Engine engine,
            Admission admission,
            Conclusion conclusion,
            Media media,
            Patience patience,
            ChallengeOptions options) {
        return new ReplayJudge(
                engine, admission, conclusion, media, patience, options.captureTime());
    }
}
