package org.reskontra.localstack.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.reskontra.localstack.Json;
import org.reskontra.localstack.Jvm;

/**
 * Everything that is needed to start one service's process, now or again later. Kept as a JSON file, so that another
 * program can have it started again.
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

    /** The process that was last started from this launch, if it lives. */
    public Optional<ProcessHandle> running() {
        try {
            String pid = Files.readString(Path.of(pidFile)).trim();
            return ProcessHandle.of(Long.parseLong(pid)).filter(ProcessHandle::isAlive);
        } catch (IOException | NumberFormatException notStarted) {
            return Optional.empty();
        }
    }

    /** Asks the launcher, which may be another process, to start the service again. */
    void request() {
        try {
            Files.writeString(requestFile(), "");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot ask for a new start of " + name, e);
        }
    }

    /** Whether somebody has asked since the last time; the request is then done with. */
    public boolean takeRequest() {
        try {
            return Files.deleteIfExists(requestFile());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot take the request for a new start of " + name, e);
        }
    }

    private Path requestFile() {
        return Path.of(pidFile + ".start-again");
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
