package dev.selfsame.engine.matching;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Which template lies where. Writers take turns; searches take {@link #chunks()} and never wait for
 * them here. A template stays in its chunk for its life, so that one chunk's consistency is enough.
 */
final class GallerySlots {

    /** The first chunks are small, since a server may hold many small galleries. */
    private static final int FIRST_CAPACITY = 32;

    private final ReentrantLock writing = new ReentrantLock();
    private final SlotIndex index = new SlotIndex(this::id);
    private final Deque<Integer> withRoom = new ArrayDeque<>();
    private final int stride;
    private final int capacity;
    private volatile GalleryChunk[] chunks = new GalleryChunk[0];

    /**
     * No templates.
     *
     * @param stride bytes from one vector to the next
     * @param capacity of each chunk but the first few, at least 1
     */
    GallerySlots(int stride, int capacity) {
        this.stride = stride;
        this.capacity = capacity;
    }

    /** The chunks at this moment, not to be written. */
    GalleryChunk[] chunks() {
        return chunks;
    }

    int size() {
        writing.lock();
        try {
            return index.size();
        } finally {
            writing.unlock();
        }
    }

    boolean contains(UUID id) {
        writing.lock();
        try {
            return index.find(id) >= 0;
        } finally {
            writing.unlock();
        }
    }

    boolean add(UUID id, byte[] vector) {
        writing.lock();
        try {
            if (index.find(id) >= 0) {
                return false;
            }
            int number = chunkWithRoom();
            int place = chunks[number].append(id, vector);
            if (chunks[number].isFull()) {
                withRoom.removeFirst();
            }
            index.put(id, number * capacity + place);
            return true;
        } finally {
            writing.unlock();
        }
    }

    boolean replace(UUID id, byte[] vector) {
        writing.lock();
        try {
            int slot = index.find(id);
            if (slot >= 0) {
                chunks[slot / capacity].overwrite(slot % capacity, vector);
            }
            return slot >= 0;
        } finally {
            writing.unlock();
        }
    }

    boolean remove(UUID id) {
        writing.lock();
        try {
            int slot = index.find(id);
            if (slot < 0) {
                return false;
            }
            int number = slot / capacity;
            GalleryChunk chunk = chunks[number];
            if (chunk.isFull()) {
                withRoom.addFirst(number);
            }
            index.remove(id);
            int last = chunk.count() - 1;
            if (last != slot % capacity) {
                index.move(chunk.id(last), slot);
            }
            chunk.remove(slot % capacity);
            return true;
        } finally {
            writing.unlock();
        }
    }

    /** Number of a chunk with room, which is the first of those with room. */
    private int chunkWithRoom() {
        if (withRoom.isEmpty()) {
            int number = chunks.length;
            // why: refused before slots, which are ints, run over
            Math.multiplyExact(number + 1, capacity);
            GalleryChunk[] more = Arrays.copyOf(chunks, number + 1);
            long wanted = (long) FIRST_CAPACITY << Math.min(2 * number, 31);
            more[number] = new GalleryChunk(stride, (int) Math.min(wanted, capacity));
            withRoom.addFirst(number);
            chunks = more;
        }
        return withRoom.getFirst();
    }

    private UUID id(int slot) {
        return chunks[slot / capacity].id(slot % capacity);
    }

    /** Bytes of all arrays. */
    long bytes() {
        writing.lock();
        try {
            long sum = index.bytes();
            for (GalleryChunk chunk : chunks) {
                sum += chunk.bytes();
            }
            return sum;
        } finally {
            writing.unlock();
        }
    }
}
