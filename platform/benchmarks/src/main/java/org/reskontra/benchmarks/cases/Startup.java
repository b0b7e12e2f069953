package org.reskontra.benchmarks.cases;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.reskontra.benchmarks.Case;
import org.reskontra.benchmarks.Figure;
import org.reskontra.benchmarks.Footprint;
import org.reskontra.benchmarks.Stand;
import org.reskontra.localstack.Platform;
import org.reskontra.localstack.PlatformOptions;
import org.reskontra.localstack.StartCaches;
import org.reskontra.localstack.services.Service;

/**
 * How long each service takes from the start of its process to ready, with its ahead-of-time cache, while the others
 * idle; and what memory it takes then.
 */
public final class Startup implements Case {

    private static final double SECONDS_WANTED = 2.5;
    private static final double MEGABYTES_WANTED = 200;
    private static final int STARTS = 3;

    @Override
    public List<String> names() {
        return List.of("startup", "memory");
    }

    @Override
    public Set<Service> services() {
        return Set.of();
    }

    @Override
    public List<Figure> measure(Stand stand) {
        var root = Path.of("").toAbsolutePath();
        var target = root.resolve(Path.of("platform", "benchmarks", "target"));
        stand.say("startup: making the ahead-of-time caches");
        StartCaches.make(root, target.resolve("caches"), _ -> {});
        stand.say("startup: all services");
        var figures = new ArrayList<Figure>();
        try (var platform = Platform.start(PlatformOptions.of(root)
                .anyPorts()
                .restartable(true)
                .runFile(target.resolve("run.json"))
                .logs(target.resolve("logs")))) {
            for (var service : Service.values()) {
                stand.say("startup: " + service.fullName());
                double seconds = seconds(platform, service);
                double megabytes = Footprint.of(platform.pid(service)).residentMb();
                figures.add(Figure.of("startup", "s", seconds)
                        .goal("at most " + SECONDS_WANTED + " s", seconds <= SECONDS_WANTED)
                        .note(service.fullName()));
                figures.add(Figure.of("memory", "MB", megabytes)
                        .goal("idle at most " + MEGABYTES_WANTED + " MB", megabytes <= MEGABYTES_WANTED)
                        .note(service.fullName() + ", right after its start"));
            }
        }
        return figures;
    }

    /** The median of several starts after a kill. */
    private static double seconds(Platform platform, Service service) {
        var all = new ArrayList<Double>();
        for (int i = 0; i < STARTS; i++) {
            platform.kill(service);
            long start = System.nanoTime();
            platform.restart(service);
            all.add((System.nanoTime() - start) / 1e9);
        }
        return all.stream().sorted().toList().get(STARTS / 2);
    }
}
