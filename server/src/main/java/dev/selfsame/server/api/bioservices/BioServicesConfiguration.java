package dev.selfsame.server.api.bioservices;

import dev.selfsame.engine.Engine;
import dev.selfsame.server.admission.UploadBudget;
import dev.selfsame.server.api.Access;
import dev.selfsame.server.biosession.BioSessions;
import dev.selfsame.server.biosession.SessionMatching;
import dev.selfsame.server.callback.CallbackTargets;
import dev.selfsame.server.challenge.Challenges;
import dev.selfsame.server.challenge.Replays;
import dev.selfsame.server.face.FaceCoding;
import dev.selfsame.server.face.FaceMatching;
import dev.selfsame.server.json.JsonLimits;
import dev.selfsame.server.json.JsonReader;
import dev.selfsame.server.multipart.MultipartReader;
import dev.selfsame.server.picture.JpegCopies;
import dev.selfsame.server.signing.ResponseSigner;
import dev.selfsame.server.signing.SignatureCheck;
import dev.selfsame.server.signing.SigningKeys;
import dev.selfsame.server.version.Version;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import tools.jackson.databind.json.JsonMapper;

import java.time.Clock;

@Configuration(proxyBeanMethods = false)
class BioServicesConfiguration {

    @Bean
    CapabilitiesRoute capabilitiesRoute(
            Engine engine, Access access, BioServicesOptions options, Version version) {
        return new CapabilitiesRoute(engine, access, options, version);
    }

    @Bean
    SigningRoute signingRoute(SigningKeys keys) {
        return new SigningRoute(keys);
    }

    @Bean
    SignedAnswers signedAnswers(ResponseSigner signer) {
        return new SignedAnswers(new SignedJson(JsonMapper.builder().build(), signer));
    }

    @Bean
    Faces wireFaces(BioServicesOptions options) {
        return new Faces(options);
    }

    @Bean
    FaceBodies faceBodies(
            MultipartReader multipart,
            JsonReader json,
            SignatureCheck signatures,
            FaceCoding coding) {
        return new FaceBodies(
                multipart, json, new FaceSignatures(signatures, json), new WireTemplate(coding));
    }

    @Bean
    MatchImagesRoute matchImagesRoute(
            MultipartReader reader,
            FaceMatching matching,
            Faces faces,
            SignedAnswers answers,
            Clock clock) {
        return new MatchImagesRoute(reader, matching, faces, answers, clock);
    }

    @Bean
    MatchFaceRoute matchFaceRoute(
            MultipartReader reader,
            FaceBodies bodies,
            FaceCoding coding,
            Faces faces,
            SignedAnswers answers,
            Clock clock) {
        return new MatchFaceRoute(reader, bodies, coding, faces, answers, clock);
    }

    @Bean
    DirectFaceRoute directFaceRoute(
            FaceBodies bodies, FaceCoding coding, Faces faces, SignedAnswers answers, Clock clock) {
        return new DirectFaceRoute(bodies, coding, faces, answers, clock);
    }

    @Bean
    AgeRoute ageRoute(
            MultipartReader reader,
            FaceBodies bodies,
            FaceCoding coding,
            SignedAnswers answers,
            Clock clock) {
        return new AgeRoute(reader, bodies, coding, answers, clock);
    }

    @Bean
    SessionRoutes sessionRoutes(
            JsonReader reader,
            BioSessions sessions,
            CallbackTargets targets,
            SignedAnswers answers) {
        return new SessionRoutes(reader, sessions, targets, answers);
    }

    @Bean
    SessionFaceRoutes sessionFaceRoutes(
            FaceBodies bodies,
            BioSessions sessions,
            Faces faces,
            SignedAnswers answers,
            Clock clock) {
        return new SessionFaceRoutes(bodies, sessions, faces, answers, clock);
    }

    @Bean
    FaceImageRoute faceImageRoute(BioSessions sessions, JpegCopies copies) {
        return new FaceImageRoute(sessions, copies);
    }

    @Bean
    MatchesRoute matchesRoute(SessionMatching matching, Faces faces, SignedAnswers answers) {
        return new MatchesRoute(matching, faces, answers);
    }

    @Bean
    LivenessResultRoute livenessResultRoute(Challenges challenges, Clock clock) {
        return new LivenessResultRoute(challenges, clock);
    }

    @Bean
    ReplayRoutes replayRoutes(
            JsonReader reader,
            UploadBudget budget,
            JsonLimits limits,
            BioSessions sessions,
            Challenges challenges,
            Replays replays,
            SignedAnswers answers,
            Clock clock) {
        return new ReplayRoutes(
                reader, budget, limits.body(), sessions, challenges, replays, answers, clock);
    }
}
