package org.reskontra.localstack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.function.Consumer;

/** Loopback ports. */
public final class Ports {

    private Ports() {}

    /** A port that nobody listens on right now. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException("no free port on the loopback interface", e);
        }
    }

    /**
     * The wanted port if nobody has it, or else a free one.
     *
     * @param wanted 0 for any
     * @param what whose port it is, for the message
     * @param notice hears one line when the wanted port is taken
     */
    public static int orFree(int wanted, String what, Consumer<String> notice) {
        if (wanted == 0) {
            return free();
        }
        if (available(wanted)) {
            return wanted;
        }
        int instead = free();
        notice.accept("port " + wanted + " is taken, " + what + " gets " + instead);
        return instead;
    }

    private static boolean available(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
