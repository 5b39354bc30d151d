package dev.selfsame.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

final class ServiceLinksTest {

    @ParameterizedTest
    @CsvSource({
        "SELFSAME_SERVICE_HOST,10.0.0.11",
        "SELFSAME_SERVICE_PORT,8080",
        "SELFSAME_SERVICE_PORT_HTTP,8080",
        "SELFSAME_PORT,tcp://10.0.0.11:8080",
        "SELFSAME_PORT,udp://10.0.0.11:8080",
        "SELFSAME_PORT_8080_TCP,tcp://10.0.0.11:8080",
        "SELFSAME_PORT_8080_TCP_PROTO,tcp",
        "SELFSAME_PORT_8080_TCP_PORT,8080",
        "SELFSAME_PORT_8080_TCP_ADDR,10.0.0.11",
        "SELFSAME_PORT_8080_UDP_ADDR,10.0.0.11",
        "SELFSAME_EU_1_SERVICE_HOST,10.0.0.11",
        "SELFSAME_EU_PORT,tcp://10.0.0.11:8080",
        "SELFSAME_EU_PORT_80_TCP_ADDR,10.0.0.11"
    })
    void removesWhatKubernetesSets(String name, String value) {
        assertThat(ServiceLinks.removedFrom(Map.of(name, value, "PATH", "/bin")))
                .isEqualTo(Map.of("PATH", "/bin"));
    }

    @ParameterizedTest
    @CsvSource({
        "SELFSAME_PORT,8080",
        "SELFSAME_PORT,80 80",
        "SELFSAME_HOST,tcp://10.0.0.11:8080",
        "SELFSAME_UPLOADS_MAX_PRTS,3",
        "SELFSAME_SERVICE,10.0.0.11",
        "SELFSAME_PORT_TCP,tcp://10.0.0.11:8080",
        "WEBSHOP_SERVICE_HOST,10.0.0.11"
    })
    void keepsEverythingElse(String name, String value) {
        assertThat(ServiceLinks.removedFrom(Map.of(name, value))).containsOnlyKeys(name);
    }

    @Test
    void noSettingButPortsIsCalledLikeALink() {
        Map<String, String> settings =
                SettingKeys.all().stream()
                        .map(key -> key.toUpperCase(Locale.ROOT).replaceAll("[.-]", "_"))
                        .collect(Collectors.toMap(name -> name, name -> "tcp://10.0.0.11:8080"));

        assertThat(settings.keySet())
                .filteredOn(name -> !ServiceLinks.removedFrom(settings).containsKey(name))
                // why these may: they are numbers, and what is removed is an address
                .containsExactlyInAnyOrder("SELFSAME_PORT", "SELFSAME_TLS_PLAIN_PORT");
    }
}
