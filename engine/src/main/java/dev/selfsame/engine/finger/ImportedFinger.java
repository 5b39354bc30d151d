package dev.selfsame.engine.finger;

import dev.selfsame.engine.template.FingerTemplate;

/**
 * One finger of an imported record.
 *
 * @param position which finger the record says it is
 * @param template what comparisons take
 * @param minutiae how many there are
 */
public record ImportedFinger(FingerPosition position, FingerTemplate template, int minutiae) {}
