/**
 * The API of the video server, {@code /video-server}: opens liveness sessions, serves the browser
 * scripts and takes the frames that they send. Depends on the domain packages and on the border
 * shared by all APIs.
 */
@NullMarked
package dev.selfsame.server.api.videoserver;

import org.jspecify.annotations.NullMarked;
