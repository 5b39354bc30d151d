package dev.selfsame.server.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DatabaseOptionsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hush",
                "jdbc:h2:mem:hush;INIT=RUNSCRIPT FROM 'http://hush.example'",
                "jdbc:mysql://hush.example/selfsame",
                "JDBC:POSTGRESQL://hush.example/selfsame",
                "postgresql://hush.example/selfsame",
                "jdbc:postgresql://hush.example/self same",
                "jdbc:postgresql://hush.example/selfsame\n",
                "jdbc:postgresql://hush.example/selfsame\u0000",
                "jdbc:postgresql://hush.example/selfsame?password=hush",
                "jdbc:postgresql://hush.example/selfsame?ssl=true&PASSWORD=hush",
                "jdbc:postgresql://hush.example/selfsame?sslpassword=hush",
                "jdbc:postgresql://hush.example/selfsame?user=hush",
                "jdbc:postgresql://me:hush@hush.example/selfsame"
            })
    void refusesAUrlWithoutRepeatingIt(String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseOptions(url, null, null, 8))
                .withMessageStartingWith("selfsame.database.url: ")
                .withMessageContaining("(expected: ")
                .withMessageNotContaining("hush");
    }

    @Test
    void refusesAUrlWithoutEnd() {
        String url = "jdbc:postgresql://a/" + "b".repeat(5000);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseOptions(url, null, null, 8));
    }

    @Test
    void refusesAPasswordForNoDatabase() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseOptions(null, null, "hush", 8))
                .withMessageStartingWith("selfsame.database.url: missing")
                .withMessageNotContaining("hush");
    }

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 1, 1001, Integer.MAX_VALUE})
    void refusesOtherNumbersOfConnections(int connections) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DatabaseOptions(null, null, null, connections))
                .withMessageContaining("(expected: 2..1000)");
    }

    @Test
    void leavesThePasswordOutOfItsText() {
        DatabaseOptions options =
                new DatabaseOptions(
                        "jdbc:postgresql://db.example:5432/selfsame?sslmode=verify-full",
                        "selfsame",
                        "hush",
                        2);

        assertThat(options)
                .hasToString(
                        "DatabaseOptions[jdbc:postgresql://db.example:5432/selfsame,"
                                + " connections=2]");
    }
}
