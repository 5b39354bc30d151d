package dev.selfsame.server.cli.eval;

/**
 * Two pictures and the truth about them.
 *
 * @param first index of a picture in its {@link PairList}
 * @param second index of a picture in its {@link PairList}
 * @param genuine whether both show the same person or finger
 */
public record Pair(int first, int second, boolean genuine) {}
