package dev.selfsame.server.log;

import java.util.Locale;

/** What standard output gets of the log. */
public enum ConsoleFormat {
    /** Nothing. */
    NONE,
    /** Elastic Common Schema, as the file has it. */
    ECS,
    /** As Logstash reads it. */
    LOGSTASH,
    /** Graylog Extended Log Format. */
    GELF;

    /** What Spring Boot calls it. */
    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
