package org.reskontra.localstack;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.logging.FileHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.reskontra.localstack.oidc.Role;
import org.reskontra.localstack.services.Launch;
import org.reskontra.localstack.services.Service;
import org.reskontra.localstack.services.StartAgain;

/** The local platform as a program; {@code --help} tells its options. */
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_OPTIONS = 2;
    private static final long START = System.nanoTime();

    private Main() {}

    public static void main(String[] arguments) {
        PrintStream out = System.out;
        CommandLine command;
        try {
            command = CommandLine.parse(List.of(arguments), Jvm.projectRoot());
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + " (see --help)");
            System.exit(WRONG_OPTIONS);
            return;
        }
        try {
            switch (command) {
                case CommandLine.Help _ -> out.print(CommandLine.HELP);
                case CommandLine.Restart restart -> restart(Launch.read(restart.launchFile()), out);
                case CommandLine.Run run -> run(run.options(), out);
            }
        } catch (IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
            Logger.getLogger(Main.class.getName()).log(Level.SEVERE, "failed", e);
            System.err.println("failed: " + reasons(e));
            System.exit(FAILED);
        }
    }

    private static void run(PlatformOptions options, PrintStream out) {
        Consumer<String> progress = line -> out.println(String.format(Locale.ROOT, "%6.1f s  %s", seconds(), line));
        logTo(options.logs);
        Platform platform = Platform.start(options.progress(progress));
        AtomicBoolean failed = new AtomicBoolean();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(platform, failed, out), "platform-stop"));
        describe(platform, options, out);
        String failure = platform.failure().join();
        progress.accept(failure);
        failed.set(true);
        System.exit(FAILED);
    }

    private static void stop(Platform platform, AtomicBoolean failed, PrintStream out) {
        out.println();
        out.println("stopping");
        platform.close();
        out.println("stopped");
        out.flush();
        // An interrupt from the terminal is how this program is meant to end.
        Runtime.getRuntime().halt(failed.get() ? FAILED : 0);
    }

    private static void describe(Platform platform, PlatformOptions options, PrintStream out) {
        out.println();
        for (Service service : options.services) {
            out.println("  " + padded(service.fullName()) + platform.url(service));
            out.println("  " + padded("") + platform.swagger(service));
        }
        out.println("  " + padded("PostgreSQL") + platform.postgres());
        out.println("  " + padded("Kafka") + platform.kafka());
        out.println("  " + padded("token issuer") + platform.issuer().address());
        out.println("  " + padded("mailbox") + platform.mailbox().address());
        out.println("  " + padded("logs") + platform.logs());
        out.println("  " + padded("addresses, tokens") + platform.runFile());
        out.println();
        out.println("A token of a clerk of tenant " + platform.tenant() + ", good for 24 hours:");
        out.println();
        out.println("export TOKEN=" + platform.token(Role.CLERK, platform.tenant()));
        out.println();
        out.println("Up after " + String.format(Locale.ROOT, "%.0f", seconds()) + " s. Ctrl-C stops everything.");
    }

    private static String padded(String text) {
        return String.format(Locale.ROOT, "%-22s", text);
    }

    private static void restart(Launch launch, PrintStream out) {
        long pid = new StartAgain(launch).run();
        out.println(launch.name() + " is ready on " + launch.url() + ", process " + pid);
    }

    /** The console is for progress; what libraries have to say goes to a file. */
    private static void logTo(Path logs) {
        try {
            Files.createDirectories(logs);
            LogManager.getLogManager().reset();
            FileHandler file = new FileHandler(
                    logs.resolve(Platform.LAUNCHER_LOG + "-%u.log").toString());
            file.setFormatter(new SimpleFormatter());
            Logger.getLogger("").addHandler(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot log to " + logs, e);
        }
    }

    private static double seconds() {
        return Duration.ofNanos(System.nanoTime() - START).toMillis() / 1000.0;
    }

    private static String reasons(Throwable e) {
        StringBuilder text = new StringBuilder(String.valueOf(e.getMessage()));
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && text.indexOf(cause.getMessage()) < 0) {
                text.append("; ").append(cause.getMessage());
            }
        }
        return text.toString();
    }
}
