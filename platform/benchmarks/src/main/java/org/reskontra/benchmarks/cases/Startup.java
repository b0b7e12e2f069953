package org.reskontra.benchmarks.cases;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.reskontra.benchmarks.Case;
import org.reskontra.benchmarks.Figure;
import org.reskontra.benchmarks.Stand;
import org.reskontra.localstack.services.Service;

/** How long each service takes from the start of its process to ready, alone, and what memory it takes then. */
public final class Startup implements Case {

    private static final double SECONDS_WANTED = 2.5;
    private static final double MEGABYTES_WANTED = 200;

    @Override
    public List<String> names() {
        return List.of("startup", "memory");
    }

    @Override
    public Set<Service> services() {
        return EnumSet.allOf(Service.class);
    }

    @Override
    public List<Figure> measure(Stand stand) {
        var figures = new ArrayList<Figure>();
        for (var service : Service.values()) {
            stand.say("startup: " + service.fullName());
            stand.platform().kill(service);
            long start = System.nanoTime();
            stand.platform().restart(service);
            double seconds = (System.nanoTime() - start) / 1e9;
            double megabytes = stand.footprint(service).residentMb();
            figures.add(Figure.of("startup", "s", seconds)
                    .goal("at most " + SECONDS_WANTED + " s", seconds <= SECONDS_WANTED)
                    .note(service.fullName()));
            figures.add(Figure.of("memory", "MB", megabytes)
                    .goal("idle at most " + MEGABYTES_WANTED + " MB", megabytes <= MEGABYTES_WANTED)
                    .note(service.fullName() + ", right after its start"));
        }
        return figures;
    }
}
