package dev.selfsame.engine.liveness;

import java.util.List;

/**
 * How far the user is with the targets.
 *
 * @param stillFace whether the user has to look straight ahead without moving first
 * @param movingPhone whether it is the camera that moves, not the head
 * @param onHover whether the nose points to the current target
 * @param index of the current target; as many as there are targets once all were reached
 * @param targets all of them in order
 */
public record ActiveTargets(
        boolean stillFace,
        boolean movingPhone,
        boolean onHover,
        int index,
        List<TargetPosition> targets) {

    public ActiveTargets {
        targets = List.copyOf(targets);
    }
}
