package dev.selfsame.engine.portrait;

/**
 * Open mouth: height over width of the opening between the lips on the mesh. A smile that shows
 * teeth counts as open.
 */
final class MouthOpening {

    private static final class Parameters {
        static final Scale OPENING = new Scale(0.02, 0.12, 0.4);
    }

    private MouthOpening() {}

    static Finding open(PortraitSheet sheet) {
        return Parameters.OPENING.judge(sheet.face().openness().mouth());
    }
}
