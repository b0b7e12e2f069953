package org.reskontra.rulebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Committed files that a test compares with what the code says; {@code -Drulebook.write=true} writes them anew. */
public final class Approved {

    /** The folder of the whole project. */
    public static final Path REPOSITORY = repository();

    public static final Path MODULE = REPOSITORY.resolve("platform/rulebook");

    private Approved() {}

    /** Fails when the file holds something else; writes it when asked to. */
    public static void hold(Path file, String expected) {
        try {
            if (Boolean.getBoolean("rulebook.write")) {
                Files.createDirectories(file.getParent());
                Files.writeString(file, expected);
            }
            assertEquals(
                    expected,
                    Files.exists(file) ? Files.readString(file) : "",
                    () -> REPOSITORY.relativize(file)
                            + " is not up to date: mvn -pl platform/rulebook test -Drulebook.write=true");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path repository() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("platform/rulebook/pom.xml"))) {
                return folder;
            }
        }
        throw new IllegalStateException("the tests do not run inside the project");
    }
}
