package dev.selfsame.engine.matching;

import java.util.UUID;
import java.util.function.IntFunction;

/**
 * From id to slot: open addressing with linear probing and backward shifts on removal (Knuth, The
 * Art of Computer Programming 3, 6.4, algorithms L and R). It holds slots alone, 4 bytes each at
 * most three quarters full, and asks the gallery for the ids; a HashMap would take about 100 bytes
 * an entry. For writers, which take turns.
 */
final class SlotIndex {

    private static final int SMALLEST = 64;

    private final IntFunction<UUID> ids;

    /** Slot + 1; 0 is free. Its length is a power of two. */
    private int[] table = new int[SMALLEST];

    private int size;

    SlotIndex(IntFunction<UUID> ids) {
        this.ids = ids;
    }

    int size() {
        return size;
    }

    long bytes() {
        return (long) table.length * Integer.BYTES;
    }

    /** The slot, or -1. */
    int find(UUID id) {
        int entry = table[entryOf(id)];
        return entry - 1;
    }

    /** Notes where an id that was not there is now. */
    void put(UUID id, int slot) {
        if (size >= table.length / 4 * 3) {
            grow();
        }
        table[entryOf(id)] = slot + 1;
        size++;
    }

    /** Forgets an id that is there, before its slot is given up. */
    void remove(UUID id) {
        int mask = table.length - 1;
        int hole = entryOf(id);
        table[hole] = 0;
        for (int i = hole + 1 & mask; table[i] != 0; i = i + 1 & mask) {
            int home = home(ids.apply(table[i] - 1));
            // why: what lies on the way from its home over the hole would not be found any more
            if ((i - home & mask) >= (i - hole & mask)) {
                table[hole] = table[i];
                table[i] = 0;
                hole = i;
            }
        }
        size--;
    }

    /** Notes that an id that is there has another slot, before its old slot is given up. */
    void move(UUID id, int slot) {
        table[entryOf(id)] = slot + 1;
    }

    /** Where the id's entry is, or the free one where it would be. */
    private int entryOf(UUID id) {
        int mask = table.length - 1;
        int i = home(id);
        while (table[i] != 0 && !ids.apply(table[i] - 1).equals(id)) {
            i = i + 1 & mask;
        }
        return i;
    }

    private int home(UUID id) {
        // why: ids that count or carry a time must spread as well; the finaliser of SplitMix64
        long bits = id.getMostSignificantBits() * 31 + id.getLeastSignificantBits();
        bits = (bits ^ (bits >>> 30)) * 0xbf58476d1ce4e5b9L;
        bits = (bits ^ (bits >>> 27)) * 0x94d049bb133111ebL;
        return (int) (bits ^ (bits >>> 31)) & (table.length - 1);
    }

    private void grow() {
        int[] old = table;
        table = new int[Math.multiplyExact(old.length, 2)];
        int mask = table.length - 1;
        for (int entry : old) {
            if (entry != 0) {
                int i = home(ids.apply(entry - 1));
                while (table[i] != 0) {
                    i = i + 1 & mask;
                }
                table[i] = entry;
            }
        }
    }
}
