package dev.selfsame.engine.finger;

import com.machinezoo.fingerprintio.TemplateFormatException;

import dev.selfsame.engine.template.BrokenTemplateException;
import dev.selfsame.engine.template.FingerTemplate;

import java.util.Objects;

/**
 * Writes the minutiae of a template as a record that other software reads. Safe for any number of
 * threads.
 *
 * <p>One finger, one view, at 197 pixels per centimetre (500 dpi), plain live scan, no sensor, no
 * date. Minutiae are ends of ridges and forks at the points of the ridges' and valleys' middle
 * lines; angles are rounded to the format's unit (1.4 degrees in ISO, 2 in ANSI). The quality of a
 * minutia is not stated.
 */
public final class FingerExporter {

    /**
     * The record, at most 2 kB.
     *
     * @throws BrokenTemplateException if the template holds nothing that can be compared
     */
    public byte[] write(FingerTemplate template, InterchangeFormat format, FingerDetails details) {
        Objects.requireNonNull(template, "template");
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(details, "details");
        MinutiaPlan plan = MinutiaPlan.of(template);
        try {
            return switch (format) {
                case ISO_19794_2_2005 -> IsoRecords.of2005(plan, details);
                case ISO_19794_2_2011 -> IsoRecords.of2011(plan, details);
                case ANSI_378_2004 -> AnsiRecords.of2004(plan, details);
                case ANSI_378_2009 -> AnsiRecords.of2009(plan, details);
                case ANSI_378_2009_AM1 -> AnsiRecords.of2009am1(plan, details);
            };
        } catch (TemplateFormatException e) {
            throw new IllegalStateException("the record breaks its standard", e);
        }
    }
}
