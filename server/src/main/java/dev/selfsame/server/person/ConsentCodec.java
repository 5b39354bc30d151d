package dev.selfsame.server.person;

import dev.selfsame.server.problem.Problem;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/**
 * Records of consent as bytes, for sealing and for files: a version, then for each member whether
 * it is there and its value; texts as modified UTF-8 behind their length, times in milliseconds.
 */
public final class ConsentCodec {

    /** No record is longer: three texts of three bytes a character, a hash, three times. */
    public static final int MOST_BYTES = 3_000;

    private static final int VERSION = 1;

    private ConsentCodec() {}

    /** The record as bytes. */
    public static byte[] encode(Consent consent) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(consent.purpose());
            out.writeUTF(consent.legalBasis());
            writeText(out, consent.textVersion());
            writeText(out, consent.textSha256());
            out.writeLong(consent.given().toEpochMilli());
            writeTime(out, consent.expires());
            writeTime(out, consent.withdrawn());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /**
     * The bytes as a record.
     *
     * @throws IllegalArgumentException if they are none
     */
    public static Consent decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readUnsignedByte() != VERSION) {
                throw new IllegalArgumentException("a record of consent of another version");
            }
            Consent consent =
                    new Consent(
                            in.readUTF(),
                            in.readUTF(),
                            readText(in),
                            readText(in),
                            Instant.ofEpochMilli(in.readLong()),
                            readTime(in),
                            readTime(in));
            if (in.available() > 0) {
                throw new IllegalArgumentException("a record of consent with something behind it");
            }
            return consent;
        } catch (IOException | Problem e) {
            throw new IllegalArgumentException("no record of consent", e);
        }
    }

    private static void writeText(DataOutputStream out, @Nullable String text) throws IOException {
        out.writeBoolean(text != null);
        if (text != null) {
            out.writeUTF(text);
        }
    }

    private static @Nullable String readText(DataInputStream in) throws IOException {
        return in.readBoolean() ? in.readUTF() : null;
    }

    private static void writeTime(DataOutputStream out, @Nullable Instant time) throws IOException {
        out.writeBoolean(time != null);
        if (time != null) {
            out.writeLong(time.toEpochMilli());
        }
    }

    private static @Nullable Instant readTime(DataInputStream in) throws IOException {
        return in.readBoolean() ? Instant.ofEpochMilli(in.readLong()) : null;
    }
}
