package dev.selfsame.engine.liveness;

/**
 * A frame that the decision may look at again. Shares its array.
 *
 * @param jpeg as it came
 * @param sighting its face
 */
record KeptFrame(byte[] jpeg, Sighting sighting) {

    long millis() {
        return sighting.millis();
    }

    int bytes() {
        return jpeg.length + sighting.plane().luma().length;
    }
}
