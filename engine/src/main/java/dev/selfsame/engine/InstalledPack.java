package dev.selfsame.engine;

import java.util.List;

/**
 * A model pack as people see it.
 *
 * @param name the pack's name
 * @param version the pack's version
 * @param origin {@code built-in} or the folder it was read from
 * @param networks what is in it
 * @param modes the face modes it brings
 */
public record InstalledPack(
        String name, String version, String origin, List<Network> networks, List<String> modes) {

    public InstalledPack {
        networks = List.copyOf(networks);
        modes = List.copyOf(modes);
    }

    /** One network: role, sha256 of its file, where it comes from and under which licence. */
    public record Network(String name, String role, String sha256, String origin, String licence) {}
}
