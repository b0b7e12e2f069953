package org.reskontra.acceptance.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.reskontra.localstack.Backend;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class DemoOptionsTest {

    @Test
    void without_options_the_sample_runs_on_embedded_servers_and_everything_stops() {
        var options = DemoOptions.parse(List.of());
        assertEquals(Optional.empty(), options.book());
        assertEquals(Backend.EMBEDDED, options.backend());
        assertFalse(options.keep());
    }

    @Test
    void every_option_is_read() {
        assertEquals(
                new DemoOptions(
                        Optional.of(Path.of("a.csv")), Optional.of(Path.of("b.yaml")), true, Backend.EXTERNAL, false),
                DemoOptions.parse(
                        List.of("--book", "a.csv", "--mapping", "b.yaml", "--keep", "--backend", "external")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--bok x", "--book", "--mapping m.yaml", "--backend magic"})
    void wrong_options_are_refused(String arguments) {
        assertThrows(IllegalArgumentException.class, () -> DemoOptions.parse(List.of(arguments.split(" ", -1))));
    }
}
