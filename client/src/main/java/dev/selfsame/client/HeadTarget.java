package dev.selfsame.client;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Where the nose is pointed to, as the person who looks at the screen sees it. */
public enum HeadTarget {
    /** Up. */
    T(0, -1),
    /** Up and to the left. */
    TL(-1, -1),
    /** Up and to the right. */
    TR(1, -1),
    /** To the left. */
    L(-1, 0),
    /** To the right. */
    R(1, 0),
    /** Down. */
    B(0, 1),
    /** Down and to the left. */
    BL(-1, 1),
    /** Down and to the right. */
    BR(1, 1);

    private final int right;
    private final int down;

    HeadTarget(int right, int down) {
        this.right = right;
        this.down = down;
    }

    /**
     * The targets that follow from a seed, in order: the first is any, each further one at least a
     * quarter turn away from the one before.
     */
    static List<HeadTarget> drawn(int seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        List<HeadTarget> targets = new ArrayList<>();
        List<HeadTarget> choice = List.of(values());
        for (int i = 0; i < count; i++) {
            HeadTarget next = choice.get(random.nextInt(choice.size()));
            targets.add(next);
            choice = next.apart();
        }
        return List.copyOf(targets);
    }

    // why the product: it is positive where two directions are less than a quarter turn apart
    private List<HeadTarget> apart() {
        return List.of(values()).stream()
                .filter(it -> right * it.right + down * it.down <= 0)
                .toList();
    }
}
