package dev.selfsame.server.api.bioservices;

import org.jspecify.annotations.Nullable;

/**
 * Choices that the contract leaves open.
 *
 * @param openCapabilities answer capabilities and monitor without a key
 * @param modeName name to state as the mode instead of the engine's own, for clients that compare
 *     it; null for the engine's
 */
public record BioServicesOptions(boolean openCapabilities, @Nullable String modeName) {

    String modeOr(String engineMode) {
        return modeName == null || modeName.isBlank() ? engineMode : modeName;
    }
}
