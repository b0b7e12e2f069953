package org.reskontra.acceptance.chaos;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.reskontra.acceptance.agent.Mutation;

/**
 * What the harness was asked to do.
 *
 * @param mutation prove that the check notices this one, and nothing else
 */
record ChaosOptions(List<Long> seeds, Run.Form form, Optional<Mutation> mutation, boolean help) {

    private static final int USUAL_SEEDS = 5;

    static final String HELP =
            """
            Has made-up creditors live through faults, a seed each, and checks what must be true all the same.

              make chaos ARGS="[options]"

              --seeds N          so many seeds, from 1 on (default: 5)
              --seed N           this seed only, on a platform of its own
              --short            shorter lives, fewer faults, outages of seconds: as in the module's tests
              --mutation NAME    break a promise on purpose and see that the check notices: %s
              --help             this text

            Exit code: 0 if nothing is wrong (or the mutation was noticed), 1 if something is, 2 for wrong options.
            """.formatted(Arrays.stream(Mutation.values()).map(Mutation::file).collect(Collectors.joining(", ")));

    ChaosOptions {
        seeds = List.copyOf(seeds);
    }

    /**
     * Reads the arguments of the program.
     *
     * @throws IllegalArgumentException with a message for a person
     */
    static ChaosOptions parse(List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        var seeds = upTo(USUAL_SEEDS);
        var form = Run.Form.FULL;
        Optional<Mutation> mutation = Optional.empty();
        boolean help = false;
        while (!rest.isEmpty()) {
            var option = rest.pop();
            switch (option) {
                case "--seeds" -> seeds = upTo(number(option, rest));
                case "--seed" -> seeds = List.of(number(option, rest));
                case "--short" -> form = Run.Form.SHORT;
                case "--mutation" -> mutation = Optional.of(mutation(value(option, rest)));
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        return new ChaosOptions(seeds, form, mutation, help);
    }

    private static List<Long> upTo(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static Mutation mutation(String name) {
        return Arrays.stream(Mutation.values())
                .filter(mutation -> mutation.file().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no mutation is called " + name));
    }

    private static long number(String option, ArrayDeque<String> rest) {
        var text = value(option, rest);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " needs a whole number, not " + text, e);
        }
    }

    private static String value(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.pop();
    }
}
