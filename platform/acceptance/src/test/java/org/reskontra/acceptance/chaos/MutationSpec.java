package org.reskontra.acceptance.chaos;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reskontra.acceptance.agent.Mutation;
import org.reskontra.acceptance.scenarios.RunningPlatform;

/** The check can fail: a kit that breaks a promise is noticed, and by what the promise is about. */
@ExtendWith(RunningPlatform.class)
@DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
class MutationSpec {

    @ParameterizedTest
    @EnumSource(Mutation.class)
    void a_broken_promise_is_noticed(Mutation mutation, Rig rig) {
        var faults = Mutated.run(rig, mutation, line -> {});

        assertTrue(faults.stream().anyMatch(fault -> fault.contains(sign(mutation))), () -> "found " + faults);
    }

    private static String sign(Mutation mutation) {
        return switch (mutation) {
            case OUTBOX_OUTSIDE_TRANSACTION -> "should be 1, not 2"; // events of something that did not happen
            case ACKNOWLEDGED_EARLY -> "dunning has no case of invoice"; // an event that was never applied
            case NO_VERSION_CHECK -> "what dunning thinks is owed"; // an old event taken for the newest
        };
    }
}
