package dev.selfsame.server.api.portal;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.selfsame.engine.Engine;
import dev.selfsame.engine.InstalledPack;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

import java.util.List;
import java.util.Objects;

/** The model packs of this server. */
@RestController
final class ModelsRoute {

    private final Engine engine;

    /** Packs and modes. */
    record Models(
            @JsonProperty("packs") List<Pack> packs, @JsonProperty("modes") List<String> modes) {}

    /** A pack. */
    record Pack(
            @JsonProperty("name") String name,
            @JsonProperty("version") String version,
            @JsonProperty("networks") List<Network> networks) {
        static Pack of(InstalledPack pack) {
            return new Pack(
                    pack.name(),
                    pack.version(),
                    pack.networks().stream().map(Network::of).toList());
        }
    }

    /** A network of a pack. */
    record Network(
            @JsonProperty("name") String name,
            @JsonProperty("role") String role,
            @JsonProperty("licence") String licence,
            @JsonProperty("origin") String origin) {
        static Network of(InstalledPack.Network network) {
            return new Network(network.name(), network.role(), network.licence(), network.origin());
        }
    }

    ModelsRoute(Engine engine) {
        this.engine = Objects.requireNonNull(engine, "engine");
    }

    @GetMapping("/portal/api/models")
    @Entry(Entry.Who.SIGNED_IN)
    Models models() {
        return new Models(engine.packs().stream().map(Pack::of).toList(), engine.modes());
    }
}
