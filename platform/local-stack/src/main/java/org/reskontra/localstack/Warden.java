package org.reskontra.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Cleans up after this process when it can't do so itself, because it was killed.
 *
 * <p>A small shell script waits for the end of its standard input, which comes when this process dies in whatever way.
 * It then ends the processes whose ids lie in a folder, one file each, and removes the throw-away folder. On an orderly
 * {@link #close()} it does nothing.
 */
public final class Warden implements AutoCloseable {

    // Interrupts from the terminal reach the whole process group; only the end of input counts here.
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            read -r word
            [ "$word" = done ] && exit 0
            for file in "$1"/*.pid; do
              [ -f "$file" ] || continue
              pid=$(cat "$file")
              case $file in
                */postgres.pid) kill -INT "$pid" 2>/dev/null ;;
                *) kill -KILL "$pid" 2>/dev/null ;;
              esac
              rm -f "$file"
            done
            if [ -n "$2" ]; then
              sleep 1
              rm -rf "$2"
            fi
            """;

    private final Path pids;
    private final Process script;

    private Warden(Path pids, Process script) {
        this.pids = pids;
        this.script = script;
    }

    /**
     * Begins to watch over this process.
     *
     * @param pids folder of process ids, created when missing
     * @param throwAway removed with all it holds when this process is killed; null to remove nothing
     */
    public static Warden start(Path pids, @Nullable Path throwAway) {
        try {
            Files.createDirectories(pids);
            Process script = new ProcessBuilder(
                            "sh",
                            "-c",
                            SCRIPT,
                            "warden",
                            pids.toString(),
                            throwAway == null ? "" : throwAway.toString())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Warden(pids, script);
        } catch (IOException e) {
            throw new UncheckedIOException("the warden did not start", e);
        }
    }

    /** Has a process ended with this one. */
    public void watch(String name, long pid) {
        try {
            Files.writeString(pids.resolve(name + ".pid"), Long.toString(pid));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note the process " + name, e);
        }
    }

    @Override
    public void close() {
        try (OutputStream in = script.getOutputStream()) {
            in.write("done\n".getBytes(StandardCharsets.UTF_8));
        } catch (IOException gone) {
            return; // the script has ended before us; nothing is left to tell it
        }
        try {
            script.waitFor(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
