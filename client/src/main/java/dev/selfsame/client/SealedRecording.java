package dev.selfsame.client;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.interfaces.ECPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A recording as it is sent: a compact JWE (RFC 7516) to the certificate of its challenge, {@code
 * ECDH-ES} over P-256 (RFC 7518, 4.6) and {@code A256GCM}. With the JDK alone.
 */
final class SealedRecording {

    private static final String ENCRYPTION = "A256GCM";
    private static final int COORDINATE_BYTES = 32;
    private static final int IV_BYTES = 12;
    private static final int TAG_BYTES = 16;
    private static final int KEY_BITS = 256;
    private static final Base64.Encoder BASE64_URL = Base64.getUrlEncoder().withoutPadding();

    private SealedRecording() {}

    /**
     * Seals a recording.
     *
     * @throws SelfsameException if the certificate is none of a key on P-256
     */
    static byte[] of(Recording recording, LivenessParameters parameters) {
        byte[] plain = WireJson.write(wire(recording, parameters));
        try {
            return sealed(plain, key(parameters.certificates().getFirst()))
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw SelfsameException.unusable("its certificate is of no use");
        }
    }

    private static Map<String, Object> wire(Recording recording, LivenessParameters parameters) {
        RecordingDevice device = recording.device();
        Map<String, Object> deviceInfo = new LinkedHashMap<>();
        WireJson.put(deviceInfo, "deviceModel", device.deviceModel());
        WireJson.put(deviceInfo, "osType", device.osType());
        WireJson.put(deviceInfo, "osVersion", device.osVersion());
        Map<String, Object> sdkInfo = new LinkedHashMap<>();
        WireJson.put(sdkInfo, "sdkVersion", device.sdkVersion());
        List<Map<String, Object>> frames = new ArrayList<>();
        for (Recording.Frame frame : recording.frames()) {
            Map<String, Object> one = new LinkedHashMap<>();
            one.put("millis", frame.millis());
            one.put("jpeg", frame.jpeg());
            frames.add(one);
        }
        Map<String, Object> wire = new LinkedHashMap<>();
        wire.put("version", 1);
        wire.put("replayId", parameters.id());
        wire.put("serverRandom", parameters.serverRandom());
        wire.put("deviceInfo", deviceInfo);
        wire.put("sdkInfo", sdkInfo);
        wire.put("frames", frames);
        return wire;
    }

    private static ECPublicKey key(String certificate) throws GeneralSecurityException {
        byte[] der = Base64.getDecoder().decode(certificate);
        Certificate parsed =
                CertificateFactory.getInstance("X.509")
                        .generateCertificate(new ByteArrayInputStream(der));
        if (parsed.getPublicKey() instanceof ECPublicKey key
                && key.getParams().getOrder().bitLength() == KEY_BITS) {
            return key;
        }
        throw new GeneralSecurityException("no key on P-256");
    }

    private static String sealed(byte[] plain, ECPublicKey theirs) throws GeneralSecurityException {
        SecureRandom random = new SecureRandom();
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(theirs.getParams(), random);
        KeyPair ours = generator.generateKeyPair();
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(theirs, true);
        byte[] key = derived(agreement.generateSecret());

        String header = BASE64_URL.encodeToString(header((ECPublicKey) ours.getPublic()));
        byte[] iv = new byte[IV_BYTES];
        random.nextBytes(iv);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.ENCRYPT_MODE,
                new SecretKeySpec(key, "AES"),
                new GCMParameterSpec(TAG_BYTES * Byte.SIZE, iv));
        cipher.updateAAD(header.getBytes(StandardCharsets.US_ASCII));
        byte[] box = cipher.doFinal(plain);
        int end = box.length - TAG_BYTES;
        return String.join(
                ".",
                header,
                "",
                BASE64_URL.encodeToString(iv),
                BASE64_URL.encodeToString(Arrays.copyOf(box, end)),
                BASE64_URL.encodeToString(Arrays.copyOfRange(box, end, box.length)));
    }

    private static byte[] header(ECPublicKey ours) {
        Map<String, Object> key = new LinkedHashMap<>();
        key.put("kty", "EC");
        key.put("crv", "P-256");
        key.put("x", coordinate(ours.getW().getAffineX()));
        key.put("y", coordinate(ours.getW().getAffineY()));
        Map<String, Object> header = new LinkedHashMap<>();
        header.put("alg", "ECDH-ES");
        header.put("enc", ENCRYPTION);
        header.put("epk", key);
        return WireJson.write(header);
    }

    private static String coordinate(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] fixed = new byte[COORDINATE_BYTES];
        int length = Math.min(bytes.length, COORDINATE_BYTES);
        System.arraycopy(bytes, bytes.length - length, fixed, COORDINATE_BYTES - length, length);
        return BASE64_URL.encodeToString(fixed);
    }

    /** One round of the Concat KDF (NIST SP 800-56A; RFC 7518, 4.6.2), without parties. */
    private static byte[] derived(byte[] secret) throws GeneralSecurityException {
        byte[] algorithm = ENCRYPTION.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer info = ByteBuffer.allocate(5 * Integer.BYTES + secret.length + algorithm.length);
        info.putInt(1).put(secret).putInt(algorithm.length).put(algorithm);
        info.putInt(0).putInt(0).putInt(KEY_BITS);
        return MessageDigest.getInstance("SHA-256").digest(info.array());
    }
}
