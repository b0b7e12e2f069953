package org.reskontra.acceptance.chaos;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.LogManager;
import org.reskontra.acceptance.agent.Mutation;
import org.reskontra.localstack.PlatformOptions;

/** Lives full of faults, one for each seed; {@code --help} tells the options. */
public final class Chaos {

    private static final int FAILED = 1;
    private static final int WRONG_OPTIONS = 2;
    private static final int MOST_FAULTS_SHOWN = 30;
    private static final long START = System.nanoTime();

    private final ChaosOptions options;
    private final Path root;

    private Chaos(ChaosOptions options, Path root) {
        this.options = options;
        this.root = root;
    }

    /** Runs the harness and ends the program. The working directory is the project's root. */
    public static void main(String[] arguments) {
        ChaosOptions options;
        try {
            options = ChaosOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + " (see --help)");
            System.exit(WRONG_OPTIONS);
            return;
        }
        if (options.help()) {
            System.out.print(ChaosOptions.HELP);
            return;
        }
        LogManager.getLogManager().reset();
        Thread.setDefaultUncaughtExceptionHandler(Chaos::died);
        var chaos = new Chaos(options, Path.of("").toAbsolutePath());
        System.exit(options.mutation().map(chaos::notices).orElseGet(chaos::survives) ? 0 : FAILED);
    }

    /** The mailbox's threads die with senders that are killed in the middle of a mail, and need not say so. */
    private static void died(Thread thread, Throwable cause) {
        if (!thread.getName().startsWith("smtp:")) {
            System.err.println(thread.getName() + " died of " + cause);
        }
    }

    /** Whether the check sees the mutation. */
    private boolean notices(Mutation mutation) {
        try (var rig = rig()) {
            var faults = Mutated.run(rig, mutation, this::detail);
            show(faults);
            say(mutation.file() + (faults.isEmpty() ? " was not noticed" : " was noticed"));
            return !faults.isEmpty();
        }
    }

    private boolean survives() {
        var failed = new ArrayList<Long>();
        Rig rig = rig();
        try {
            for (int i = 0; i < options.seeds().size(); i++) {
                long seed = options.seeds().get(i);
                var run = Run.of(seed, options.form());
                say("seed " + seed + ", " + (i + 1) + " of "
                        + options.seeds().size() + ": " + run.scenario().days().size() + " days, "
                        + run.plan().faults().size() + " faults");
                var faults = run.on(rig, this::detail);
                if (!faults.isEmpty()) {
                    failed.add(seed);
                    show(faults);
                    say("seed " + seed + " failed; again with: " + command(seed));
                    rig.close(); // the next seed finds no traces
                    rig = rig();
                }
            }
        } finally {
            rig.close();
        }
        say(options.seeds().size() - failed.size() + " of " + options.seeds().size() + " seeds survived");
        failed.forEach(seed -> say("failed: " + command(seed)));
        return failed.isEmpty();
    }

    private String command(long seed) {
        return "make chaos SEED=" + seed + (options.form().equals(Run.Form.SHORT) ? " SHORT=1" : "");
    }

    private Rig rig() {
        return Rig.start(
                PlatformOptions.of(root)
                        .anyPorts()
                        .progress(this::detail)
                        .logs(root.resolve(Path.of("target", "chaos", "logs")))
                        .runFile(root.resolve(Path.of("target", "chaos", "run.json"))),
                root.resolve(Path.of("target", "chaos")));
    }

    private static void show(List<String> faults) {
        faults.stream().limit(MOST_FAULTS_SHOWN).forEach(fault -> System.out.println("          " + fault));
        if (faults.size() > MOST_FAULTS_SHOWN) {
            System.out.println("          and " + (faults.size() - MOST_FAULTS_SHOWN) + " more");
        }
    }

    private void detail(String line) {
        say("  " + line);
    }

    private static void say(String line) {
        double seconds = Duration.ofNanos(System.nanoTime() - START).toMillis() / 1000.0;
        System.out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds, line));
    }
}
