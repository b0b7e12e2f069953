package org.reskontra.acceptance.demo;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import org.reskontra.localstack.Backend;

/**
 * What the demo was asked to do.
 *
 * @param book empty: the sample
 * @param mapping empty: the shipped mapping that the header fits
 */
record DemoOptions(Optional<Path> book, Optional<Path> mapping, boolean keep, Backend backend, boolean help) {

    static final String HELP = """
            Lives through a book of invoices with the whole platform, day by day, and tells what came of it.

              java -jar platform/acceptance/target/acceptance.jar [options]

              --book FILE      CSV with a header: invoices with the days on which they were paid (default: a sample)
              --mapping FILE   YAML: which column holds what (default: the shipped mapping that the header fits)
              --keep           leave the platform up afterwards, until Ctrl-C
              --backend NAME   embedded (default), containers or external; see the local stack
              --help           this text

            While it runs, a service that was killed may be started again by its command in target/run.json.
            The figures also go to target/demo.json. Exit code: 0 if all proofs hold, 1 if not, 2 for wrong options.
            """;

    /**
     * Reads the arguments of the program.
     *
     * @throws IllegalArgumentException with a message for a person
     */
    static DemoOptions parse(List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        Optional<Path> book = Optional.empty();
        Optional<Path> mapping = Optional.empty();
        boolean keep = false;
        boolean help = false;
        var backend = Backend.EMBEDDED;
        while (!rest.isEmpty()) {
            var option = rest.pop();
            switch (option) {
                case "--book" -> book = Optional.of(Path.of(value(option, rest)));
                case "--mapping" -> mapping = Optional.of(Path.of(value(option, rest)));
                case "--keep" -> keep = true;
                case "--backend" -> backend = Backend.ofName(value(option, rest));
                case "--help", "-h" -> help = true;
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        if (mapping.isPresent() && book.isEmpty()) {
            throw new IllegalArgumentException("--mapping goes with --book");
        }
        return new DemoOptions(book, mapping, keep, backend, help);
    }

    private static String value(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.pop();
    }
}
