package org.reskontra.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Temporary folders. */
public final class Scratch {

    private Scratch() {}

    /** A folder that all runs of this user share, created when missing. */
    public static Path ofUser(String name) {
        try {
            return Files.createDirectories(Path.of(
                    System.getProperty("java.io.tmpdir"), "reskontra-" + System.getProperty("user.name"), name));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot create the folder for " + name, e);
        }
    }

    /** A new folder of one run. */
    static Path throwAway() {
        try {
            return Files.createTempDirectory("reskontra-");
        } catch (IOException e) {
            throw new UncheckedIOException("no temporary folder", e);
        }
    }

    static void remove(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
