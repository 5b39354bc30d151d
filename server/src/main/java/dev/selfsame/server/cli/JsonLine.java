package dev.selfsame.server.cli;

import tools.jackson.databind.json.JsonMapper;

import java.util.Map;

/** One JSON object on one line, for programs that call the command line. */
final class JsonLine {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private JsonLine() {}

    /** The members in the map's order. */
    static String of(Map<String, ?> members) {
        return JSON.writeValueAsString(members);
    }
}
