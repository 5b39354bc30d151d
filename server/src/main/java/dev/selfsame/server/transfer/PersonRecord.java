package dev.selfsame.server.transfer;

import dev.selfsame.engine.template.Template;
import dev.selfsame.engine.template.TemplateCodec;
import dev.selfsame.engine.template.TemplateDecoding;
import dev.selfsame.server.person.CustomId;
import dev.selfsame.server.person.ExportedPerson;
import dev.selfsame.server.person.Person;
import dev.selfsame.server.person.Slot;
import dev.selfsame.server.problem.Problem;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One person as bytes: CustomID and ClientID as modified UTF-8 behind their lengths, number,
 * milliseconds of enrolment and update, then how many templates and for each its slot, its length
 * and its bytes. Behind that, where there are such, the record of consent and the last day of a
 * verification, each as a number that says which, its length and its bytes. Numbers are big-endian.
 */
final class PersonRecord {

    private static final Pattern CLIENT_ID = Pattern.compile("[0-9]{1,19}x[0-9]{18}");
    private static final int MOST_BYTES = 66_000;

    private PersonRecord() {}

    static byte[] encode(ExportedPerson exported) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeUTF(exported.person().customId().value());
            out.writeUTF(exported.person().clientId());
            out.writeLong(exported.person().number());
            out.writeLong(exported.created().toEpochMilli());
            out.writeLong(exported.updated().toEpochMilli());
            out.writeByte(exported.templates().size());
            for (var entry : exported.templates().entrySet()) {
                byte[] template = TemplateCodec.encode(entry.getValue());
                out.writeByte(entry.getKey());
                out.writeInt(template.length);
                out.write(template);
            }
            PersonExtras.write(out, exported);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static ExportedPerson decode(byte[] bytes) throws UnusableExportException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            CustomId customId = new CustomId(in.readUTF());
            String clientId = in.readUTF();
            long number = in.readLong();
            Instant created = Instant.ofEpochMilli(in.readLong());
            Instant updated = Instant.ofEpochMilli(in.readLong());
            Map<Integer, Template> templates = new TreeMap<>();
            int count = in.readUnsignedByte();
            for (int i = 0; i < count; i++) {
                int slot = in.readUnsignedByte();
                templates.put(slot, template(in));
            }
            PersonExtras extras = PersonExtras.read(in);
            if (number < 1
                    || count < 1
                    || count > Slot.FINGERS + 1
                    || templates.size() != count
                    || !CLIENT_ID.matcher(clientId).matches()) {
                throw new UnusableExportException("the file holds a person that is none");
            }
            return new ExportedPerson(
                    new Person(customId, clientId, number),
                    created,
                    updated,
                    templates,
                    extras.used(),
                    extras.consent());
        } catch (UnusableExportException e) {
            throw e;
        } catch (IOException | Problem | IllegalArgumentException e) {
            throw new UnusableExportException("the file holds a person that is none", e);
        }
    }

    private static Template template(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 1 || length > MOST_BYTES) {
            throw new UnusableExportException("the file holds a template that is none");
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return switch (TemplateCodec.decode(bytes)) {
            case TemplateDecoding.Read(var template) -> template;
            case TemplateDecoding.Refused(var detail) -> throw new UnusableExportException(detail);
        };
    }
}
