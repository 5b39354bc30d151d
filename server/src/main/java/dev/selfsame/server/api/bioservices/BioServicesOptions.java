package dev.selfsame.server.api.bioservices;

import dev.selfsame.server.setting.Setting;

import org.jspecify.annotations.Nullable;

/**
 * Choices that the contract leaves open.
 *
 * @param openCapabilities answer capabilities and monitor without a key
 * @param modeName name to state as the mode instead of the engine's own, for clients that compare
 *     it; null for the engine's
 */
public record BioServicesOptions(
        @Setting(meaning = "answer `capabilities` and `monitor` without a key")
                boolean openCapabilities,
        @Setting(
                        meaning =
                                "stated as `mode` and `currentMode` instead of the engine's own"
                                    + " name, for clients that compare it; changes nothing else",
                        type = "name",
                        otherwise = "the engine's")
                @Nullable String modeName) {

    String modeOr(String engineMode) {
        return modeName == null || modeName.isBlank() ? engineMode : modeName;
    }
}
