package org.reskontra.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hands out loopback ports, and none twice: a port is noted in a file that other runs of the same user see, because a
 * service opens its port many seconds after it was chosen. Closing gives the ports back.
 */
public final class PortBook implements AutoCloseable {

    private static final int ATTEMPTS = 100;

    private final Path folder;
    private final Consumer<String> notice;
    private final List<FileChannel> taken = new ArrayList<>();

    /** Notices are lines about ports that had to be changed. */
    public PortBook(Consumer<String> notice) {
        this.folder = Scratch.ofUser("ports");
        this.notice = notice;
    }

    /** A port that nobody has. */
    public synchronized int any() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = unusedPort();
            if (note(port)) {
                return port;
            }
        }
        throw new IllegalStateException("no free port on the loopback interface");
    }

    /**
     * The wanted port if nobody has it, or else another, with a notice.
     *
     * @param wanted 0 for any
     * @param what whose port it is, for the notice
     */
    public synchronized int take(int wanted, String what) {
        if (wanted == 0) {
            return any();
        }
        if (unused(wanted) && note(wanted)) {
            return wanted;
        }
        int instead = any();
        notice.accept("port " + wanted + " is taken, so " + what + " listens on " + instead);
        return instead;
    }

    private boolean note(int port) {
        try {
            FileChannel file = FileChannel.open(
                    folder.resolve(port + ".port"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = file.tryLock();
                if (lock != null) {
                    taken.add(file);
                    return true;
                }
            } catch (OverlappingFileLockException noted) {
                // by another book of this process
            }
            file.close();
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot note a port in " + folder, e);
        }
    }

    private static int unusedPort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }

    private static boolean unused(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true); // a connection that has just been closed takes no port
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return true;
        } catch (IOException used) {
            return false;
        }
    }

    @Override
    public synchronized void close() {
        for (FileChannel file : taken) {
            try {
                file.close();
            } catch (IOException e) {
                throw new UncheckedIOException("cannot give a port back", e);
            }
        }
        taken.clear();
    }
}
