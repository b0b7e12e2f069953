package org.reskontra.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What the figures were taken on. */
final class Machine {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final Path MEMORY = Path.of("/proc/meminfo");

    private Machine() {}

    static List<String> lines() {
        return List.of(
                Runtime.getRuntime().availableProcessors() + " cores, " + first(CPU_INFO, "model name") + ", "
                        + first(MEMORY, "MemTotal") + " of memory, shared by database, broker, services and load",
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                "Java " + Runtime.version() + "; PostgreSQL 18 and Kafka 4.1, both on this machine, fsync on");
    }

    private static String first(Path file, String key) {
        if (!Files.exists(file)) {
            return "unknown " + key;
        }
        try (var lines = Files.lines(file)) {
            return lines.filter(line -> line.startsWith(key))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown " + key);
        } catch (IOException e) {
            return "unknown " + key;
        }
    }
}
