package org.reskontra.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.reskontra.localstack.planted.Children;
import org.reskontra.localstack.planted.PlantedService;
import org.reskontra.localstack.services.Service;

/** The program as a person sees it. */
class MainTest {

    @TempDir
    Path root;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void end() {
        started.forEach(Process::destroyForcibly);
    }

    @Test
    void it_shows_addresses_and_a_token_and_ends_well_when_asked_to() throws Exception {
        Process program = start();
        List<String> lines = untilUp(program);
        assertTrue(lines.stream().anyMatch(line -> line.contains("/q/swagger-ui")));
        assertTrue(lines.stream().anyMatch(line -> line.startsWith("export TOKEN=ey")));
        assertTrue(lines.size() < 40, "progress, not noise: " + lines);

        program.toHandle().destroy(); // destroy() of the process itself would close its output
        lines.addAll(program.inputReader().readAllLines());
        assertEquals(0, program.waitFor());
        assertEquals("stopped", lines.getLast());
        assertFalse(Files.exists(root.resolve("target/run.json")));
    }

    @Test
    void it_says_which_child_died_and_fails() throws Exception {
        Process program = start();
        List<String> lines = untilUp(program);
        ProcessHandle.of(run().at("/services/invoice/pid").asLong())
                .orElseThrow()
                .destroyForcibly();
        lines.addAll(program.inputReader().readAllLines());
        assertEquals(1, program.waitFor());
        assertTrue(
                lines.stream().anyMatch(line -> line.contains("invoice-service was ended by signal 9")),
                lines::toString);
    }

    @Test
    void a_killed_program_takes_everything_with_it_and_its_kept_data_are_used_again() throws Exception {
        Path data = root.resolve("kept");
        Process program = start("--data", data.toString());
        untilUp(program);
        long database = postmaster(data);
        List<ProcessHandle> children = new ArrayList<>(program.descendants().toList());
        children.add(ProcessHandle.of(database).orElseThrow());
        assertTrue(children.size() >= 4, "broker, service, warden and database");

        program.destroyForcibly();
        Children.awaitEnd(children);

        Process again = start("--data", data.toString());
        untilUp(again);
        again.toHandle().destroy();
        assertEquals(0, again.waitFor());
    }

    @Test
    void a_killed_program_removes_its_throw_away_folder() throws Exception {
        Process program = start();
        untilUp(program);
        Path folder = Path.of(launchFile()).getParent().getParent();
        assertTrue(Files.exists(folder));
        List<ProcessHandle> children = program.descendants().toList();
        program.destroyForcibly();
        Children.awaitEnd(children);
        assertFalse(Files.exists(folder));
    }

    private String launchFile() throws IOException {
        JsonNode command = run().at("/services/invoice/restart");
        return command.get(command.size() - 1).asText();
    }

    @Test
    void a_wrong_option_is_refused_in_one_line() throws Exception {
        Process program = program(List.of("--port", "invoice"));
        assertEquals(2, program.waitFor());
        assertEquals(
                List.of("--port needs NAME=NUMBER, not invoice (see --help)"),
                program.inputReader().readAllLines());
    }

    private Process start(String... options) throws IOException {
        PlantedService.packageAs(Service.INVOICE.packaged(root), PlantedService.class);
        List<String> arguments =
                new ArrayList<>(List.of("--root", root.toString(), "--services", "invoice", "--any-ports"));
        arguments.addAll(List.of(options));
        return program(arguments);
    }

    private Process program(List<String> arguments) throws IOException {
        Process program = new ProcessBuilder(Jvm.command(List.of(), Main.class, arguments))
                .redirectErrorStream(true)
                .start();
        started.add(program);
        return program;
    }

    private static List<String> untilUp(Process program) throws IOException {
        BufferedReader reader = program.inputReader();
        List<String> lines = new ArrayList<>();
        String line;
        while ((line = reader.readLine()) != null) {
            lines.add(line);
            if (line.startsWith("Up after")) {
                return lines;
            }
        }
        throw new AssertionError("the program ended: " + lines);
    }

    private JsonNode run() throws IOException {
        return Json.read(Files.readString(root.resolve("target/run.json")));
    }

    private static long postmaster(Path data) throws IOException {
        return Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                .getFirst()
                .trim());
    }
}
