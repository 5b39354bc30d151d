package dev.selfsame.engine.template;

/** A template read back, or the reason why the bytes are none. */
public sealed interface TemplateDecoding {

    /** The bytes are whole. */
    record Read(Template template) implements TemplateDecoding {}

    /**
     * The bytes are no template of ours.
     *
     * @param detail one sentence for whoever sent them
     */
    record Refused(String detail) implements TemplateDecoding {}
}
