package dev.selfsame.engine.liveness;

/**
 * How large a face should be: its longer side over the frame's shorter one.
 *
 * @param least 0..1
 * @param most 0..1
 */
record SizeRange(double least, double most) {

    boolean holds(double size) {
        return size >= least && size <= most;
    }
}
