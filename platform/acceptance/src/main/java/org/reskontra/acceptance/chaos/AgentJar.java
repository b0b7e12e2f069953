package org.reskontra.acceptance.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.reskontra.acceptance.agent.Agent;

/** The agent's classes as a jar of their own, so that a service gets nothing else of ours on its class path. */
final class AgentJar {

    private AgentJar() {}

    /** Writes the jar, over an older one if there is one. */
    static Path write(Path file) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            try (var jar = new JarOutputStream(Files.newOutputStream(file), manifest())) {
                for (var name : classes()) {
                    jar.putNextEntry(new JarEntry(name));
                    try (InputStream bytes = Agent.class.getResourceAsStream("/" + name)) {
                        bytes.transferTo(jar);
                    }
                    jar.closeEntry();
                }
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + file, e);
        }
    }

    private static Manifest manifest() {
        var manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), Agent.class.getName());
        return manifest;
    }

    private static List<String> classes() throws IOException {
        var folder = Agent.class.getPackageName().replace('.', '/');
        var uri = URI.create(String.valueOf(Agent.class.getResource("Agent.class")));
        if (uri.getScheme().equals("jar")) {
            try (var jar = FileSystems.newFileSystem(uri, Map.<String, Object>of())) {
                return classes(jar.getPath("/" + folder), folder);
            }
        }
        return classes(Path.of(uri).resolveSibling(""), folder);
    }

    private static List<String> classes(Path where, String folder) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
                    .sorted()
                    .map(name -> folder + "/" + name)
                    .toList();
        }
    }
}
