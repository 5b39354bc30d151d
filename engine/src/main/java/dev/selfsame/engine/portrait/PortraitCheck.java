package dev.selfsame.engine.portrait;

import dev.selfsame.engine.imaging.DecodeResult;
import dev.selfsame.engine.imaging.ImageInfo;

/** What came of a picture that should be a portrait. */
public sealed interface PortraitCheck {

    /** The picture was read and measured, with a face or without. */
    record Checked(PortraitReport report, ImageInfo info) implements PortraitCheck {}

    /** The picture itself could not be read. */
    record Unreadable(DecodeResult.Refused refusal) implements PortraitCheck {}
}
