package org.reskontra.rulebook;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file of a rule pack, not yet trusted.
 *
 * @param name how a refusal names it
 * @param text YAML
 */
public record PackFile(String name, String text) {

    /** A file that ships with the rulebook; {@link PackRefused} where there is none of that name. */
    static PackFile shipped(String name) {
        try (var in = PackFile.class.getResourceAsStream("/" + name)) {
            if (in == null) {
                throw new PackRefused(name, "there is no such file");
            }
            return new PackFile(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A file on disk. */
    static PackFile at(Path path) {
        if (!Files.exists(path)) {
            throw new PackRefused(path.toString(), "there is no such file");
        }
        try {
            return new PackFile(path.toString(), Files.readString(path));
        } catch (IOException e) {
            throw new PackRefused(path.toString(), "cannot be read: " + e.getMessage());
        }
    }
}
