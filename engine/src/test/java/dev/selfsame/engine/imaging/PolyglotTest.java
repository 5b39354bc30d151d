package dev.selfsame.engine.imaging;

import static dev.selfsame.engine.imaging.Decoding.decoded;
import static dev.selfsame.engine.imaging.Decoding.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.selfsame.engine.imaging.DecodeResult.Reason;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

class PolyglotTest {

    private static final BufferedImage DRAWN = DrawnPictures.drawn(64, 48);

    /** Every format with every foreign file behind it. */
    static Stream<Arguments> pairs() {
        return pictures().stream()
                .flatMap(
                        picture ->
                                foreign().map(file -> Arguments.of(picture.name(), picture, file)));
    }

    @ParameterizedTest(name = "{0} {2}")
    @MethodSource("pairs")
    void refusesForeignFilesBehindThePicture(String name, Picture picture, Foreign foreign) {
        assertThat(refusal(joined(picture.file(), foreign.file()))).isEqualTo(Reason.POLYGLOT);
        assertThat(refusal(joined(picture.file(), new byte[700], foreign.file())))
                .isEqualTo(Reason.POLYGLOT);
    }

    @Test
    void refusesAnArchiveBehindALegitimateTrailer() {
        byte[] jpeg = DrawnPictures.jpeg(DRAWN, 90);

        assertThat(refusal(joined(jpeg, jpeg, zip()))).isEqualTo(Reason.POLYGLOT);
    }

    @Test
    void refusesAnArchiveInsideASegment() {
        byte[] jpeg = DrawnPictures.jpeg(DRAWN, 90);

        assertThat(refusal(DrawnJpeg.with(jpeg, 0xEB, zip()))).isEqualTo(Reason.POLYGLOT);
    }

    @Test
    void refusesADocumentInsideTheFirstSegments() {
        byte[] jpeg = DrawnPictures.jpeg(DRAWN, 90);

        assertThat(refusal(DrawnJpeg.with(jpeg, 0xED, text("%PDF-1.4 1 0 obj"))))
                .isEqualTo(Reason.POLYGLOT);
    }

    @Test
    void refusesProgramsInComments() {
        byte[] jpeg = DrawnPictures.jpeg(DRAWN, 90);

        assertThat(refusal(DrawnJpeg.with(jpeg, 0xFE, text("<?php system($_GET[0]); ?>"))))
                .isEqualTo(Reason.POLYGLOT);
        assertThat(refusal(DrawnJpeg.with(jpeg, 0xFE, text("*/=alert(1)/*<ScRipt>"))))
                .isEqualTo(Reason.POLYGLOT);
    }

    @Test
    void refusesProgramsInPngTexts() {
        byte[] file =
                new ChunkedPng()
                        .header(1, 1, 8, 0, false)
                        .chunk("tEXt", text("Comment\0<script>alert(1)</script>"))
                        .chunk("IDAT", ChunkedPng.data(1, 1, 8, 0, false, (x, y, channel) -> 7))
                        .end();

        assertThat(refusal(file)).isEqualTo(Reason.POLYGLOT);
    }

    @Test
    void refusesPicturesBehindAForeignBeginning() {
        byte[] jpeg = DrawnPictures.jpeg(DRAWN, 90);

        foreign()
                .filter(foreign -> !foreign.name().equals("png") && !foreign.name().equals("tiff"))
                .forEach(
                        foreign ->
                                assertThat(refusal(joined(foreign.file(), jpeg)))
                                        .as(foreign.name())
                                        .isIn(Reason.UNKNOWN_FORMAT, Reason.POLYGLOT));
    }

    @Test
    void readsWhatTelephonesAppend() {
        byte[] jpeg = DrawnPictures.jpeg(DRAWN, 90);
        byte[] film = joined(new byte[] {0, 0, 0, 24}, text("ftypmp42"), new byte[5000]);
        byte[] samsung = joined(new byte[] {0, 0, 1, 10}, text("Image_UTC_Data1"), text("SEFT"));

        for (byte[] trailer : List.of(jpeg, film, samsung, new byte[4096], text("\r\n"))) {
            assertThat(decoded(joined(jpeg, trailer)).image())
                    .usingRecursiveComparison()
                    .isEqualTo(decoded(jpeg).image());
        }
    }

    @Test
    void readsOrdinaryComments() {
        byte[] jpeg = DrawnPictures.jpeg(DRAWN, 90);
        byte[] xmp = text("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'/>");

        assertThat(decoded(DrawnJpeg.with(jpeg, 0xFE, text("Aunt Ada, <3"))).image().width())
                .isEqualTo(64);
        assertThat(decoded(DrawnJpeg.with(jpeg, 0xE1, xmp)).image().width()).isEqualTo(64);
    }

    /** A picture file and what it is called. */
    record Picture(String name, byte[] file) {}

    /** A file that is no picture we read, or another one. */
    record Foreign(String name, byte[] file) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static List<Picture> pictures() {
        return List.of(
                new Picture("jpeg", DrawnPictures.jpeg(DRAWN, 90)),
                new Picture("png", DrawnPictures.png(DRAWN)),
                new Picture("bmp", DrawnPictures.bmp(DRAWN)),
                new Picture("tiff", DrawnPictures.tiff(DRAWN, "LZW")),
                new Picture("wsq", WsqFile.of(DrawnPictures.rgb(DRAWN), 500)));
    }

    private static Stream<Foreign> foreign() {
        return Stream.of(
                new Foreign("zip", zip()),
                new Foreign("pdf", text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF")),
                new Foreign("html", text("<!DOCTYPE html><HTML><body>x</body></html>")),
                new Foreign("script", text("<script>alert(1)</script>")),
                new Foreign("php", text("<?php echo 1; ?>")),
                new Foreign("gif", text("GIF89a\1\0\1\0\0\0\0;")),
                new Foreign("rar", text("Rar!\u001A\u0007\0xxxxxxxx")),
                new Foreign("7z", text("7z\u00BC\u00AF'\u001Cxxxx")),
                new Foreign("gzip", text("\u001F\u008B\b\0\0\0\0\0")),
                new Foreign("shell", text("#!/bin/sh\nexit\n")),
                new Foreign("program", text("MZ\u0090\0\3\0\0\0")),
                new Foreign("elf", text("\u007FELF\2\1\1\0")),
                new Foreign("png", DrawnPictures.png(DRAWN)),
                new Foreign("tiff", DrawnPictures.tiff(DRAWN, "LZW")));
    }

    private static byte[] zip() {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(file)) {
            out.putNextEntry(new ZipEntry("evil.class"));
            out.write(new byte[100]);
            out.closeEntry();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return file.toByteArray();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
