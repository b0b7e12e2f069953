package org.reskontra.localstack;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Cleans up after this process when it can't do so itself, because it was killed.
 *
 * <p>A small shell script waits for the end of its standard input, which comes when this process dies in whatever way.
 * It then ends the processes whose ids lie in the run's folder {@code pids}, one file each, and the database server, and
 * removes the folder if it is a throw-away one. On an orderly {@link #close()} it does nothing.
 */
public final class Warden implements AutoCloseable {

    // Interrupts from the terminal reach the whole process group; only the end of input counts here.
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            alive() {
              kill -0 "$1" 2>/dev/null || return 1
              case $(ps -o stat= -p "$1" 2>/dev/null) in
                Z*) return 1 ;;
              esac
            }
            read -r word
            [ "$word" = done ] && exit 0
            all=
            for file in "$1"/pids/*.pid; do
              [ -f "$file" ] || continue
              pid=$(cat "$file")
              all="$all $pid"
              kill -KILL "$pid" 2>/dev/null
              rm -f "$file"
            done
            if [ -f "$1/postgres/postmaster.pid" ]; then
              pid=$(head -n 1 "$1/postgres/postmaster.pid")
              all="$all $pid"
              kill -INT "$pid" 2>/dev/null
            fi
            for pid in $all; do
              tries=0
              while alive "$pid" && [ $tries -lt 100 ]; do
                tries=$((tries + 1))
                sleep 0.1
              done
            done
            [ "$2" = keep ] || rm -rf "$1"
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
     * @param folder of the run, with the database server's data in {@code postgres}
     * @param throwAway whether the folder is removed when this process is killed
     */
    public static Warden start(Path folder, boolean throwAway) {
        Path pids = folder.resolve("pids");
        try {
            Files.createDirectories(pids);
            forget(pids);
            Process script = new ProcessBuilder(
                            "sh", "-c", SCRIPT, "warden", folder.toString(), throwAway ? "remove" : "keep")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new Warden(pids, script);
        } catch (IOException e) {
            throw new UncheckedIOException("the warden did not start", e);
        }
    }

    /** Ids of an earlier run may belong to strangers by now. */
    private static void forget(Path pids) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(pids, "*.pid")) {
            for (Path file : files) {
                Files.delete(file);
            }
        }
    }

    /** Has a process ended with this one. */
    public void watch(String name, long pid) {
        try {
            Files.writeString(pidFile(name), Long.toString(pid));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note the process " + name, e);
        }
    }

    /** The file that names a process; whoever starts the process anew writes its id there. */
    Path pidFile(String name) {
        return pids.resolve(name + ".pid");
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
