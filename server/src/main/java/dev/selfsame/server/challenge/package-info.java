/**
 * Liveness challenges of bio-sessions: what is asked of a person, the capture or the recording that
 * answers it, and what came of it. Depends on biosession, face, admission, media, callback and
 * audit; the stores implement {@link dev.selfsame.server.challenge.ChallengeStore}.
 */
@NullMarked
package dev.selfsame.server.challenge;

import org.jspecify.annotations.NullMarked;
