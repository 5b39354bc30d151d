package dev.selfsame.server.store.redis;

import dev.selfsame.engine.face.Eyes;
import dev.selfsame.engine.face.FaceBox;
import dev.selfsame.engine.template.FaceTemplate;
import dev.selfsame.engine.template.TemplateCodec;
import dev.selfsame.engine.template.TemplateDecoding;
import dev.selfsame.server.biosession.ImageType;
import dev.selfsame.server.biosession.SessionFace;
import dev.selfsame.server.media.StoredObject;

import java.util.UUID;

/** A face of a session as bytes; its id is in the name of its field. */
final class FaceValue {

    private static final int VERSION = 1;

    private FaceValue() {}

    static byte[] encode(SessionFace face) {
        return new ValueWriter(VERSION)
                .textOrNothing(face.friendlyName())
                .textOrNothing(face.digest())
                .text(face.imageType().name())
                .orNothing(face.quality(), ValueWriter::number)
                .orNothing(face.eyes(), FaceValue::write)
                .orNothing(face.box(), FaceValue::write)
                .bytes(TemplateCodec.encode(face.template()))
                .orNothing(face.imageRotationEnabled(), ValueWriter::flag)
                .orNothing(face.image(), FaceValue::write)
                .time(face.created())
                .done();
    }

    private static ValueWriter write(ValueWriter out, Eyes eyes) {
        return out.number(eyes.x1()).number(eyes.y1()).number(eyes.x2()).number(eyes.y2());
    }

    static ValueWriter write(ValueWriter out, FaceBox box) {
        return out.number(box.x())
                .number(box.y())
                .number(box.width())
                .number(box.height())
                .number(box.confidence());
    }

    static ValueWriter write(ValueWriter out, StoredObject image) {
        return out.text(image.region())
                .text(image.bucketName())
                .text(image.key())
                .text(image.hash())
                .text(image.contentType());
    }

    static SessionFace decode(UUID id, byte[] value) throws BrokenValueException {
        ValueReader in = new ValueReader(value, VERSION);
        SessionFace face =
                new SessionFace(
                        id,
                        in.textOrNothing(),
                        in.textOrNothing(),
                        imageType(in.text()),
                        in.orNothing(ValueReader::number),
                        in.orNothing(FaceValue::eyes),
                        in.orNothing(FaceValue::box),
                        template(in.bytes()),
                        in.orNothing(ValueReader::flag),
                        in.orNothing(FaceValue::image),
                        in.time());
        in.end();
        return face;
    }

    private static ImageType imageType(String name) throws BrokenValueException {
        return ImageType.of(name)
                .orElseThrow(() -> new BrokenValueException("an unknown kind of picture"));
    }

    private static Eyes eyes(ValueReader in) throws BrokenValueException {
        return new Eyes(in.real(), in.real(), in.real(), in.real());
    }

    static FaceBox box(ValueReader in) throws BrokenValueException {
        return new FaceBox(in.real(), in.real(), in.real(), in.real(), in.real());
    }

    private static FaceTemplate template(byte[] bytes) throws BrokenValueException {
        return switch (TemplateCodec.decode(bytes)) {
            case TemplateDecoding.Read(FaceTemplate template) -> template;
            case TemplateDecoding.Read _ -> throw new BrokenValueException("no template of a face");
            case TemplateDecoding.Refused(String detail) -> throw new BrokenValueException(detail);
        };
    }

    static StoredObject image(ValueReader in) throws BrokenValueException {
        return new StoredObject(in.text(), in.text(), in.text(), in.text(), in.text());
    }
}
