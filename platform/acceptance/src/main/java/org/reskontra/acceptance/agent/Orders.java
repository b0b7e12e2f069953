package org.reskontra.acceptance.agent;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the harness wants of this process: files in a folder. {@code FOLDER/MUTATION} switches a mutation on in every
 * process; {@code FOLDER/PID/POINT} holds at which passing of the point the process is to end.
 */
final class Orders {

    private static final int AS_KILLED = 137;

    private static volatile Path folder = Path.of("");
    private static volatile Path ours = Path.of("");

    private Orders() {}

    static void readIn(Path orders) {
        folder = orders;
        ours = orders.resolve(Long.toString(ProcessHandle.current().pid()));
    }

    static boolean wants(Mutation mutation) {
        return Files.exists(folder.resolve(mutation.file()));
    }

    /** Ends the process here and now, if it is to end here. */
    static void pass(Point point) {
        var file = ours.resolve(point.file());
        if (Files.exists(file)) {
            count(file);
        }
    }

    private static synchronized void count(Path file) {
        try {
            int passings = Integer.parseInt(Files.readString(file).trim());
            if (passings <= 1) {
                Files.move(file, file.resolveSibling(file.getFileName() + ".done"));
                Runtime.getRuntime().halt(AS_KILLED);
            }
            Files.writeString(file, Integer.toString(passings - 1));
        } catch (IOException e) {
            throw new UncheckedIOException("an order cannot be read", e);
        }
    }
}
