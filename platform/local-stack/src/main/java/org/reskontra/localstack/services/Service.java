package org.reskontra.localstack.services;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.reskontra.localstack.postgres.ServiceDatabase;

/** The four services: what they are called and where they live. */
public enum Service {
    INVOICE("invoice", 8081),
    DUNNING("dunning", 8082),
    CREDIT_CHECK("credit-check", 8083),
    COLLECTION("collection", 8084);

    private final String id;
    private final int port;

    Service(String id, int port) {
        this.id = id;
        this.port = port;
    }

    /** As in options and in run.json. */
    public String id() {
        return id;
    }

    /** The module, the process and the consumer group. */
    public String fullName() {
        return id + "-service";
    }

    public int usualPort() {
        return port;
    }

    public ServiceDatabase database() {
        return new ServiceDatabase(id.replace('-', '_'));
    }

    /** Where the build leaves the runnable service. */
    public Path packaged(Path projectRoot) {
        return projectRoot.resolve(Path.of(fullName(), "target", "quarkus-app", "quarkus-run.jar"));
    }

    /** Where its ahead-of-time cache lies once it has been made: what the JVM loaded and linked in a run before. */
    public Path startCache(Path projectRoot) {
        return packaged(projectRoot).resolveSibling(id + ".aot");
    }

    public static Optional<Service> ofId(String id) {
        return Arrays.stream(values()).filter(service -> service.id.equals(id)).findFirst();
    }
}
