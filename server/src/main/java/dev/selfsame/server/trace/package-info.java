/**
 * Traces: which part of a request took how long, told to a collector by OTLP. Off unless somebody
 * names one. Alone in knowing OpenTelemetry, and depends on version alone.
 */
@NullMarked
package dev.selfsame.server.trace;

import org.jspecify.annotations.NullMarked;
