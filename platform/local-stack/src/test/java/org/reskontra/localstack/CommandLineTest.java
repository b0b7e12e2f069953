package org.reskontra.localstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.reskontra.localstack.LocalStack.StackPorts;
import org.reskontra.localstack.services.Service;

class CommandLineTest {

    private static final Path ROOT = Path.of("/project");

    @Test
    void without_options_everything_runs_embedded_on_the_usual_ports() {
        PlatformOptions options = run();
        assertEquals(Backend.EMBEDDED, options.backend);
        assertEquals(EnumSet.allOf(Service.class), options.services);
        assertEquals(8084, options.servicePorts.get(Service.COLLECTION));
        assertEquals(ROOT.resolve("target/run.json"), options.runFile);
        assertEquals(null, options.data);
    }

    @Test
    void options_say_what_and_where() {
        PlatformOptions options = run(
                "--backend",
                "external",
                "--services",
                "invoice,credit-check",
                "--port",
                "invoice=9000",
                "--port",
                "kafka=0",
                "--restartable",
                "--data",
                "/kept",
                "--root",
                "/elsewhere");
        assertEquals(Backend.EXTERNAL, options.backend);
        assertEquals(Set.of(Service.INVOICE, Service.CREDIT_CHECK), options.services);
        assertEquals(9000, options.servicePorts.get(Service.INVOICE));
        assertEquals(new StackPorts(15432, 0, 8085, 8025, 8086), options.stackPorts);
        assertTrue(options.restartable);
        assertEquals(Path.of("/kept"), options.data);
        assertEquals(Path.of("/elsewhere/target/run.json"), options.runFile);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--bakend embedded | unknown option --bakend",
                "--backend docker | unknown backend docker: embedded, containers or external",
                "--services billing | unknown service billing: invoice, dunning, credit-check or collection",
                "--port invoice | --port needs NAME=NUMBER, not invoice",
                "--port invoice=70000 | not a port: 70000",
                "--data | --data needs a value",
                "restart | restart needs a value",
            })
    void a_wrong_option_is_named(String arguments, String message) {
        Exception refusal = assertThrows(
                IllegalArgumentException.class, () -> CommandLine.parse(List.of(arguments.split(" ")), ROOT));
        assertEquals(message, refusal.getMessage());
    }

    @Test
    void help_names_every_option() {
        assertInstanceOf(CommandLine.Help.class, CommandLine.parse(List.of("--help"), ROOT));
        for (String option : List.of(
                "--backend",
                "--data",
                "--services",
                "--restartable",
                "--port",
                "--any-ports",
                "--tenant",
                "--run-file",
                "--logs",
                "--root",
                "--help",
                "restart")) {
            assertTrue(CommandLine.HELP.contains(option + " "), option);
        }
    }

    private static PlatformOptions run(String... arguments) {
        return assertInstanceOf(CommandLine.Run.class, CommandLine.parse(List.of(arguments), ROOT))
                .options();
    }
}
