package dev.selfsame.server.store.redis;

import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.liveness.LivenessMode;
import dev.selfsame.engine.liveness.SecurityLevel;
import dev.selfsame.server.challenge.AgeVerdict;
import dev.selfsame.server.challenge.Challenge;
import dev.selfsame.server.challenge.ChallengeResult;
import dev.selfsame.server.challenge.ChallengeState;
import dev.selfsame.server.challenge.ChallengeStatus;
import dev.selfsame.server.challenge.ChallengeTerms;
import dev.selfsame.server.challenge.ReplayKey;
import dev.selfsame.server.challenge.ReplayTerms;
import dev.selfsame.server.challenge.ReportedDevice;
import dev.selfsame.server.media.StoredObject;

import java.time.Instant;
import java.util.UUID;

/** A challenge as bytes; its session and tenant are beside it. */
final class ChallengeValue {

    private static final int VERSION = 1;
    private static final int INITIALIZED = 0;
    private static final int RUNNING = 1;
    private static final int ENDED = 2;

    private ChallengeValue() {}

    static byte[] encode(Challenge challenge) {
        ChallengeTerms terms = challenge.terms();
        ValueWriter out =
                new ValueWriter(VERSION)
                        .text(challenge.id().toString())
                        .text(terms.mode().name())
                        .text(terms.level().name())
                        .number(terms.challenges())
                        .number(terms.seed())
                        .orNothing(terms.ageThreshold(), ValueWriter::number)
                        .orNothing(challenge.replay(), ChallengeValue::write)
                        .number(challenge.version())
                        .time(challenge.expires());
        return write(out, challenge.state()).done();
    }

    private static ValueWriter write(ValueWriter out, ReplayTerms replay) {
        return out.text(replay.id())
                .bytes(replay.serverRandom())
                .flag(replay.imageRetrievalDisabled())
                .bytes(replay.key().privateKey())
                .bytes(replay.key().certificate());
    }

    private static ValueWriter write(ValueWriter out, ChallengeState state) {
        return switch (state) {
            case ChallengeState.Initialized() -> out.number(INITIALIZED);
            case ChallengeState.Running(var until) -> out.number(RUNNING).time(until);
            case ChallengeState.Ended(var result) -> write(out.number(ENDED), result);
        };
    }

    private static ValueWriter write(ValueWriter out, ChallengeResult result) {
        UUID best = result.bestImageId();
        ReportedDevice device = result.device();
        return out.text(result.status().name())
                .textOrNothing(result.diagnostic())
                .textOrNothing(best == null ? null : best.toString())
                .orNothing(result.box(), FaceValue::write)
                .orNothing(
                        result.age(), (it, age) -> it.number(age.years()).number(age.threshold()))
                .textOrNothing(device.model())
                .textOrNothing(device.osType())
                .textOrNothing(device.osVersion())
                .textOrNothing(device.sdkVersion())
                .orNothing(result.image(), FaceValue::write)
                .orNothing(result.video(), FaceValue::write);
    }

    static Challenge decode(String tenantId, UUID sessionId, byte[] value)
            throws BrokenValueException {
        ValueReader in = new ValueReader(value, VERSION);
        try {
            UUID id = UUID.fromString(in.text());
            ChallengeTerms terms =
                    new ChallengeTerms(
                            LivenessMode.valueOf(in.text()),
                            SecurityLevel.valueOf(in.text()),
                            in.number(),
                            in.number(),
                            in.orNothing(ValueReader::number));
            ReplayTerms replay = in.orNothing(ChallengeValue::replay);
            int version = in.number();
            Instant expires = in.time();
            Challenge challenge =
                    new Challenge(
                            id, sessionId, tenantId, terms, replay, state(in), version, expires);
            in.end();
            return challenge;
        } catch (IllegalArgumentException e) {
            throw new BrokenValueException("out of range", e);
        }
    }

    private static ReplayTerms replay(ValueReader in) throws BrokenValueException {
        return new ReplayTerms(
                in.text(), in.bytes(), in.flag(), new ReplayKey(in.bytes(), in.bytes()));
    }

    private static ChallengeState state(ValueReader in) throws BrokenValueException {
        return switch (in.number()) {
            case INITIALIZED -> new ChallengeState.Initialized();
            case RUNNING -> new ChallengeState.Running(in.time());
            case ENDED -> new ChallengeState.Ended(result(in));
            default -> throw new BrokenValueException("a state that is none");
        };
    }

    private static ChallengeResult result(ValueReader in) throws BrokenValueException {
        ChallengeStatus status = ChallengeStatus.valueOf(in.text());
        String diagnostic = in.textOrNothing();
        String best = in.textOrNothing();
        FaceBox box = in.orNothing(FaceValue::box);
        AgeVerdict age = in.orNothing(it -> new AgeVerdict(it.real(), it.number()));
        ReportedDevice device =
                new ReportedDevice(
                        in.textOrNothing(),
                        in.textOrNothing(),
                        in.textOrNothing(),
                        in.textOrNothing());
        StoredObject image = in.orNothing(FaceValue::image);
        StoredObject video = in.orNothing(FaceValue::image);
        return new ChallengeResult(
                status,
                diagnostic,
                best == null ? null : UUID.fromString(best),
                box,
                age,
                device,
                image,
                video);
    }
}
