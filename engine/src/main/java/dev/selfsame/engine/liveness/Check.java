package dev.selfsame.engine.liveness;

import java.util.List;

/** One way to tell an attack from a person. Safe for any number of threads. */
interface Check {

    /** What is found; nothing where the frames do not show what this check looks at. */
    List<Finding> examine(Evidence evidence);
}
