package org.reskontra.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.reskontra.acceptance.agent.Mutation;

@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class ChaosOptionsTest {

    @Test
    void a_handful_of_full_lives_without_options() {
        var options = ChaosOptions.parse(List.of());
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), options.seeds());
        assertEquals(Run.Form.FULL, options.form());
        assertEquals(Optional.empty(), options.mutation());
    }

    @Test
    void so_many_seeds_or_a_certain_one() {
        assertEquals(
                List.of(1L, 2L), ChaosOptions.parse(List.of("--seeds", "2")).seeds());
        var one = ChaosOptions.parse(List.of("--seed", "4711", "--short"));
        assertEquals(List.of(4711L), one.seeds());
        assertEquals(Run.Form.SHORT, one.form());
    }

    @Test
    void mutations_go_by_their_names() {
        assertEquals(
                Optional.of(Mutation.NO_VERSION_CHECK),
                ChaosOptions.parse(List.of("--mutation", "no-version-check")).mutation());
    }

    @Test
    void what_cannot_be_understood_is_refused() {
        assertThrows(IllegalArgumentException.class, () -> ChaosOptions.parse(List.of("--seeds")));
        assertThrows(IllegalArgumentException.class, () -> ChaosOptions.parse(List.of("--seed", "x")));
        assertThrows(IllegalArgumentException.class, () -> ChaosOptions.parse(List.of("--mutation", "none")));
        assertThrows(IllegalArgumentException.class, () -> ChaosOptions.parse(List.of("--loud")));
    }
}
