package dev.selfsame.server.trial;

import java.util.HashSet;
import java.util.Set;

/** A session whose opening was acknowledged, and what its one client knows of it. */
final class KeptSession {

    private final String path;
    private final Set<String> faces = new HashSet<>();
    private int doubts;
    private boolean deleted;
    private boolean perhapsDeleted;

    KeptSession(String path) {
        this.path = path;
    }

    String path() {
        return path;
    }

    /** Paths of the faces that are there for certain. */
    Set<String> faces() {
        return faces;
    }

    /** How many more faces there may be. */
    int doubts() {
        return doubts;
    }

    boolean isDeleted() {
        return deleted;
    }

    /** Whether a deletion was neither acknowledged nor refused. */
    boolean isPerhapsDeleted() {
        return perhapsDeleted;
    }

    /** After an attempt to add a face. */
    void added(Reply reply) {
        if (reply.isDone()) {
            faces.add(reply.location());
        } else if (reply.isFault()) {
            doubts++;
        }
    }

    /** After an attempt to delete one of the faces. */
    void deletedFace(String face, Reply reply) {
        if (reply.isDone() || reply.isFault()) {
            faces.remove(face);
        }
        if (reply.isFault()) {
            doubts++;
        }
    }

    /** After an attempt to delete the session. */
    void deleted(Reply reply) {
        deleted = reply.isDone();
        perhapsDeleted = reply.isFault();
    }
}
