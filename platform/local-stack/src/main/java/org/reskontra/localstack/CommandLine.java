package org.reskontra.localstack;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.reskontra.contracts.TenantId;
import org.reskontra.localstack.LocalStack.StackPorts;
import org.reskontra.localstack.services.Service;

/** What the program was asked to do. */
sealed interface CommandLine {

    /** Start the platform and stay up. */
    record Run(PlatformOptions options) implements CommandLine {}

    /** Start one service again that has ended, from the file that its first start left. */
    record Restart(Path launchFile) implements CommandLine {}

    record Help() implements CommandLine {}

    String HELP = """
            Starts the Reskontra platform on this machine and stays up until Ctrl-C.

              java -jar platform/local-stack/target/local-stack.jar [options]

              --backend NAME       where PostgreSQL and Kafka come from:
                                     embedded    child processes of this one (default)
                                     containers  Testcontainers; needs a Docker engine
                                     external    running servers, named by RESKONTRA_PG_URL (postgresql://host:port),
                                                 RESKONTRA_PG_USER, RESKONTRA_PG_PASSWORD and RESKONTRA_KAFKA (host:port)
              --data DIR           keep the data there and use what is there (default: a throw-away folder)
              --services LIST      which services to start: all (default), none, or names separated by commas:
                                   invoice, dunning, credit-check, collection
              --restartable        go on when a service ends; target/run.json holds the command that restarts it
              --port NAME=NUMBER   the port of a service or of postgres, kafka, issuer, smtp, mailbox; 0 for any;
                                   a port that is taken is replaced by a free one
              --any-ports          all ports free ones
              --tenant UUID        the tenant of the tokens that are printed (default: a new one)
              --run-file FILE      addresses and tokens as JSON (default: target/run.json)
              --logs DIR           what the processes print (default: target/local-stack/logs)
              --root DIR           the project's folder (default: where this program was built)
              --help               this text

            Options for the JVM of each service: environment variable RESKONTRA_SERVICE_JAVA_OPTIONS; for that of the
            broker: RESKONTRA_BROKER_JAVA_OPTIONS.
            Exit code: 0 after Ctrl-C, 1 when a part failed, 2 for wrong options.

              java -jar platform/local-stack/target/local-stack.jar restart FILE

            starts a service again that has ended; run.json has the whole command, service by service.
            """;

    /**
     * Reads the arguments of the program.
     *
     * @param usualRoot the project's folder unless an argument names another
     * @throws IllegalArgumentException with a message for a person
     */
    static CommandLine parse(List<String> arguments, Path usualRoot) {
        Deque<String> rest = new ArrayDeque<>(arguments);
        if ("restart".equals(rest.peek())) {
            rest.pop();
            return new Restart(Path.of(value("restart", rest)));
        }
        PlatformOptions options = PlatformOptions.of(root(arguments, usualRoot));
        while (!rest.isEmpty()) {
            String option = rest.pop();
            switch (option) {
                case "--help", "-h" -> {
                    return new Help();
                }
                case "--root" -> rest.pop();
                case "--backend" -> options.backend(Backend.ofName(value(option, rest)));
                case "--data" -> options.data(Path.of(value(option, rest)));
                case "--services" -> options.services(services(value(option, rest)));
                case "--restartable" -> options.restartable(true);
                case "--port" -> port(value(option, rest), options);
                case "--any-ports" -> options.anyPorts();
                case "--tenant" -> options.tenant(TenantId.of(value(option, rest)));
                case "--run-file" -> options.runFile(Path.of(value(option, rest)));
                case "--logs" -> options.logs(Path.of(value(option, rest)));
                default -> throw new IllegalArgumentException("unknown option " + option);
            }
        }
        return new Run(options);
    }

    private static Path root(List<String> arguments, Path usualRoot) {
        int at = arguments.indexOf("--root");
        if (at < 0) {
            return usualRoot;
        }
        return Path.of(value("--root", new ArrayDeque<>(arguments.subList(at + 1, arguments.size()))));
    }

    private static String value(String option, Deque<String> rest) {
        if (rest.isEmpty()) {
            throw new IllegalArgumentException(option + " needs a value");
        }
        return rest.pop();
    }

    private static Set<Service> services(String list) {
        Set<Service> services = EnumSet.noneOf(Service.class);
        switch (list) {
            case "all" -> services.addAll(EnumSet.allOf(Service.class));
            case "none" -> {}
            default -> {
                for (String name : list.split(",", -1)) {
                    services.add(service(name));
                }
            }
        }
        return services;
    }

    private static Service service(String name) {
        return Service.ofId(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "unknown service " + name + ": invoice, dunning, credit-check or collection"));
    }

    private static void port(String setting, PlatformOptions options) {
        int equals = setting.indexOf('=');
        if (equals < 0) {
            throw new IllegalArgumentException("--port needs NAME=NUMBER, not " + setting);
        }
        String name = setting.substring(0, equals);
        int port = portNumber(setting.substring(equals + 1));
        StackPorts ports = options.stackPorts;
        switch (name) {
            case "postgres" ->
                options.stackPorts(new StackPorts(port, ports.kafka(), ports.issuer(), ports.smtp(), ports.mailbox()));
            case "kafka" ->
                options.stackPorts(
                        new StackPorts(ports.postgres(), port, ports.issuer(), ports.smtp(), ports.mailbox()));
            case "issuer" ->
                options.stackPorts(
                        new StackPorts(ports.postgres(), ports.kafka(), port, ports.smtp(), ports.mailbox()));
            case "smtp" ->
                options.stackPorts(
                        new StackPorts(ports.postgres(), ports.kafka(), ports.issuer(), port, ports.mailbox()));
            case "mailbox" ->
                options.stackPorts(new StackPorts(ports.postgres(), ports.kafka(), ports.issuer(), ports.smtp(), port));
            default -> options.port(service(name), port);
        }
    }

    private static int portNumber(String text) {
        int port;
        try {
            port = Integer.parseInt(text);
        } catch (NumberFormatException e) {
            port = -1;
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("not a port: " + text);
        }
        return port;
    }
}
