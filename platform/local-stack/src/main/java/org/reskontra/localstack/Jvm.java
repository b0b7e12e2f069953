package org.reskontra.localstack;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.reskontra.contracts.TenantId;

/** Command lines for child processes. */
public final class Jvm {

    /** What libraries do with native code and Unsafe is known and needs no warning. */
    private static final List<String> QUIET =
            List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

    private static final Path MODULE = Path.of("platform", "local-stack");
    private static final Path LIBRARIES = MODULE.resolve(Path.of("target", "lib"));

    private Jvm() {}

    /** The java program that runs this code. */
    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** A main class of this module with its own class path, whatever the class path of the caller is. */
    public static List<String> command(List<String> options, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(java());
        command.addAll(QUIET);
        command.addAll(options);
        command.add("-cp");
        command.add(classPath());
        command.add(main.getName());
        command.addAll(arguments);
        return command;
    }

    /**
     * A packaged service, with room for what one machine carries of it. RESKONTRA_SERVICE_JAVA_OPTIONS may say otherwise.
     *
     * @param options for the JVM, added last
     */
    static List<String> jar(Path jar, List<String> options) {
        List<String> command = new ArrayList<>(
                List.of(java(), "-Xms64m", "-Xmx512m", "-XX:+UseSerialGC", "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(QUIET);
        command.addAll(optionsOf("RESKONTRA_SERVICE_JAVA_OPTIONS"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        return command;
    }

    /** Options for JVMs that an environment variable names, separated by spaces. */
    public static List<String> optionsOf(String variable) {
        String options = System.getenv(variable);
        return options == null || options.isBlank()
                ? List.of()
                : List.of(options.trim().split("\\s+", -1));
    }

    /** The same command, deaf to an interrupt from the terminal: it ends when its parent says so, in the right order. */
    public static List<String> sheltered(List<String> command) {
        List<String> sheltered = new ArrayList<>(List.of("sh", "-c", "trap '' INT; exec \"$@\"", "sh"));
        sheltered.addAll(command);
        return sheltered;
    }

    private static String classPath() {
        Path libraries = projectRoot().resolve(LIBRARIES);
        if (!Files.isDirectory(libraries)) {
            throw new IllegalStateException(
                    "no libraries in " + libraries + ": build them with mvn -pl platform/local-stack -am package");
        }
        // In a build that has not packaged yet, contracts is a folder of classes and not among the libraries.
        return String.join(
                File.pathSeparator,
                location(Jvm.class).toString(),
                location(TenantId.class).toString(),
                libraries.resolve("*").toString());
    }

    /** The project that holds this module: found upwards from where this class lies, or from the working directory. */
    static Path projectRoot() {
        return Stream.of(location(Jvm.class), Path.of("").toAbsolutePath())
                .flatMap(start -> Stream.iterate(start, Objects::nonNull, Path::getParent))
                .filter(folder -> Files.isDirectory(folder.resolve(MODULE)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no project with " + MODULE + " around " + location(Jvm.class) + " or the working directory"));
    }

    /** A jar or a folder of classes; of this module target/local-stack.jar or target/classes. */
    private static Path location(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("no file location of " + type, e);
        }
    }
}
