package dev.selfsame.server.api.videoserver;

import com.fasterxml.jackson.annotation.JsonProperty;

/** Which version is running. */
record VideoCapabilities(@JsonProperty("version") String version) {}
