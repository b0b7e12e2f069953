package org.reskontra.localstack.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.reskontra.localstack.Json;
import org.reskontra.localstack.Jvm;

/**
 * Everything that is needed to start one service's process, now or again later. Kept as a JSON file, so that another
 * process can do it.
 *
 * @param name for messages
 * @param environment added to what is inherited
 * @param url where the service answers once it runs
 * @param log what the process prints is added here
 * @param pidFile the id of the process is written here
 */
public record Launch(
        String name, List<String> command, Map<String, String> environment, String url, String log, String pidFile) {

    public static Launch read(Path file) {
        try {
            return Json.read(Files.readString(file), Launch.class);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    public void write(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, Json.pretty(this));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    /** Starts the process and returns at once. */
    Process run() {
        try {
            ProcessBuilder builder = new ProcessBuilder(Jvm.sheltered(command))
                    .redirectErrorStream(true)
                    .redirectOutput(
                            ProcessBuilder.Redirect.appendTo(Path.of(log).toFile()));
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            Files.writeString(Path.of(pidFile), Long.toString(process.pid()));
            return process;
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started", e);
        }
    }
}
