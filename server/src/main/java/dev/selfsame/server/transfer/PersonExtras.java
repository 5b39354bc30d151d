package dev.selfsame.server.transfer;

import dev.selfsame.server.person.Consent;
import dev.selfsame.server.person.ConsentCodec;
import dev.selfsame.server.person.ExportedPerson;

import org.jspecify.annotations.Nullable;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.LocalDate;

/**
 * What not everybody has. Each piece says which it is, so that a file in which nobody has any is
 * one that older versions read, and one that they cannot is refused by them.
 */
record PersonExtras(@Nullable LocalDate used, @Nullable Consent consent) {

    private static final int CONSENT = 1;
    private static final int USED = 2;

    static void write(DataOutputStream out, ExportedPerson person) throws IOException {
        Consent consent = person.consent();
        if (consent != null) {
            piece(out, CONSENT, ConsentCodec.encode(consent));
        }
        LocalDate used = person.used();
        if (used != null) {
            byte[] day = ByteBuffer.allocate(Long.BYTES).putLong(used.toEpochDay()).array();
            piece(out, USED, day);
        }
    }

    private static void piece(DataOutputStream out, int kind, byte[] bytes) throws IOException {
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static PersonExtras read(DataInputStream in) throws IOException {
        LocalDate used = null;
        Consent consent = null;
        while (in.available() > 0) {
            int kind = in.readUnsignedByte();
            int length = in.readInt();
            if (length < 1 || length > ConsentCodec.MOST_BYTES) {
                throw new UnusableExportException("the file holds a person that is none");
            }
            byte[] bytes = new byte[length];
            in.readFully(bytes);
            if (kind == CONSENT && consent == null) {
                consent = ConsentCodec.decode(bytes);
            } else if (kind == USED && used == null && length == Long.BYTES) {
                used = day(ByteBuffer.wrap(bytes).getLong());
            } else {
                throw new UnusableExportException(
                        "the file holds something that this version does not know");
            }
        }
        return new PersonExtras(used, consent);
    }

    private static LocalDate day(long epochDay) throws UnusableExportException {
        try {
            LocalDate day = LocalDate.ofEpochDay(epochDay);
            if (day.getYear() >= 1970 && day.getYear() < 2200) {
                return day;
            }
        } catch (DateTimeException _) {
            // said below
        }
        throw new UnusableExportException("the file holds a day that is none");
    }
}
