package org.reskontra.acceptance.agent;

import java.lang.instrument.Instrumentation;
import java.nio.file.Path;

/** Started with a service by {@code -javaagent:agent.jar=FOLDER}; does nothing until a file in the folder says so. */
public final class Agent {

    private Agent() {}

    /** Called by the JVM before the service's main method; the argument is the folder of orders. */
    public static void premain(String folder, Instrumentation instrumentation) {
        Orders.readIn(Path.of(folder));
        instrumentation.addTransformer(new Rewriting());
    }
}
