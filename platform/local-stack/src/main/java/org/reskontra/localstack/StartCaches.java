package org.reskontra.localstack;

import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.reskontra.localstack.services.Service;

/**
 * Makes the services' ahead-of-time caches (JEP 483, 514 and 515): each is started once, and what its JVM loaded, linked
 * and profiled until then goes into a file beside the packaged service, from which later starts take it. The next build
 * makes the files void, and the JVM then starts without them.
 */
public final class StartCaches {

    /** Writing one takes longer than an ordinary stop. */
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private StartCaches() {}

    /** Makes the caches of all services that were packaged below a project root. */
    public static void make(Path root, Path logs, Consumer<String> progress) {
        var options = PlatformOptions.of(root)
                .anyPorts()
                .makingStartCaches(true)
                .restartable(true)
                .runFile(logs.resolve("run.json"))
                .logs(logs)
                .progress(progress);
        try (var platform = Platform.start(options)) {
            for (var service : Service.values()) {
                progress.accept("writing the ahead-of-time cache of " + service.fullName());
                platform.stop(service, LIMIT);
            }
        }
    }

    public static void main(String[] arguments) {
        var root = Path.of("").toAbsolutePath();
        make(root, root.resolve(Path.of("target", "logs")), System.out::println);
    }
}
