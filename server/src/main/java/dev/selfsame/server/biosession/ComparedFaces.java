package dev.selfsame.server.biosession;

import dev.selfsame.engine.calibration.Fmr;

import java.time.Instant;

/**
 * Two faces of a session, compared.
 *
 * @param created when they were compared first, in milliseconds
 */
public record ComparedFaces(
        SessionFace reference, SessionFace candidate, Fmr fmr, Instant created) {}
