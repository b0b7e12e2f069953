package org.reskontra.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;

/** The file that tells other programs where everything is. It is there exactly as long as the platform is up. */
final class RunFile implements AutoCloseable {

    private static final int SIDE_BY_SIDE = 20;

    private final Path file;
    private final String suffix;
    private final FileChannel claim;

    private RunFile(Path file, String suffix, FileChannel claim) {
        this.file = file;
        this.suffix = suffix;
        this.claim = claim;
    }

    /** Takes the wanted file, or one beside it when another living run has it. */
    static RunFile claim(Path wanted) {
        try {
            Files.createDirectories(wanted.getParent());
            for (int number = 1; number <= SIDE_BY_SIDE; number++) {
                String suffix = number == 1 ? "" : "-" + number;
                Path file = wanted.resolveSibling(
                        wanted.getFileName().toString().replaceFirst("(\\.json)?$", suffix + ".json"));
                FileChannel claim = FileChannel.open(
                        file.resolveSibling("." + file.getFileName() + ".claim"),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.WRITE);
                if (lock(claim)) {
                    Files.deleteIfExists(file);
                    return new RunFile(file, suffix, claim);
                }
                claim.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot claim " + wanted, e);
        }
        throw new IllegalStateException(SIDE_BY_SIDE + " runs are up already, each with its " + wanted.getFileName());
    }

    private static boolean lock(FileChannel claim) throws IOException {
        try {
            return claim.tryLock() != null;
        } catch (OverlappingFileLockException byThisProcess) {
            return false;
        }
    }

    Path path() {
        return file;
    }

    /** The logs of a run beside another one go beside the other's logs. */
    Path beside(Path logs) {
        return logs.resolveSibling(logs.getFileName() + suffix);
    }

    /** Replaces the content at once, so that a reader never sees half of it. */
    synchronized void write(Map<String, Object> content) {
        if (!claim.isOpen()) {
            return; // a late change while everything stops
        }
        try {
            Path draft = file.resolveSibling("." + file.getFileName() + ".draft");
            Files.writeString(draft, Json.pretty(content));
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            Files.deleteIfExists(file);
            claim.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + file, e);
        }
    }
}
