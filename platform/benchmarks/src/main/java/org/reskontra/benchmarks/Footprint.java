package org.reskontra.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** What a process takes of the machine. */
public record Footprint(long residentBytes, Duration cpu) {

    /** Resident memory is known on Linux; elsewhere it is 0. */
    public static Footprint of(long pid) {
        var cpu = ProcessHandle.of(pid)
                .flatMap(process -> process.info().totalCpuDuration())
                .orElse(Duration.ZERO);
        return new Footprint(resident(Path.of("/proc", Long.toString(pid), "status")), cpu);
    }

    private static long resident(Path status) {
        if (!Files.exists(status)) {
            return 0;
        }
        try {
            for (var line : Files.readAllLines(status)) {
                if (line.startsWith("VmRSS:")) {
                    return 1024 * Long.parseLong(line.replaceAll("\\D+", ""));
                }
            }
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public double residentMb() {
        return residentBytes / 1e6;
    }

    public double cpuSecondsSince(Footprint before) {
        return cpu.minus(before.cpu()).toNanos() / 1e9;
    }
}
