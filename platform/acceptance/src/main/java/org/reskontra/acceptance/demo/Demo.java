package org.reskontra.acceptance.demo;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.logging.LogManager;
import org.reskontra.acceptance.book.Book;
import org.reskontra.acceptance.book.BookReader;
import org.reskontra.acceptance.book.SampleBook;
import org.reskontra.acceptance.creditor.Creditor;
import org.reskontra.acceptance.creditor.Refused;
import org.reskontra.acceptance.partner.Letterbox;
import org.reskontra.acceptance.partner.Listener;
import org.reskontra.contracts.TenantId;
import org.reskontra.localstack.Platform;
import org.reskontra.localstack.PlatformOptions;

/** The main job on a book of invoices; {@code --help} tells the options. */
public final class Demo {

    private static final int FAILED = 1;
    private static final int WRONG_OPTIONS = 2;
    private static final int MOST_REJECTS_SHOWN = 50;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long START = System.nanoTime();

    private final PrintStream out;
    private final DemoOptions options;

    private Demo(PrintStream out, DemoOptions options) {
        this.out = out;
        this.options = options;
    }

    /** Runs the demo and ends the program. */
    public static void main(String[] arguments) {
        DemoOptions options;
        try {
            options = DemoOptions.parse(List.of(arguments));
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + " (see --help)");
            System.exit(WRONG_OPTIONS);
            return;
        }
        if (options.help()) {
            System.out.print(DemoOptions.HELP);
            return;
        }
        LogManager.getLogManager().reset();
        int code = FAILED;
        try {
            code = new Demo(System.out, options).run() ? 0 : FAILED;
        } catch (Refused | IllegalStateException | IllegalArgumentException | UncheckedIOException e) {
            System.out.flush();
            System.err.println("failed: " + reasons(e));
        }
        System.exit(code);
    }

    private boolean run() {
        var book = read();
        say(String.format(
                Locale.ROOT,
                "%d invoices to %d customers, %d lines rejected",
                book.rows().size(),
                book.customers().size(),
                book.rejected().size()));
        book.rejected().stream()
                .limit(MOST_REJECTS_SHOWN)
                .forEach(line -> out.println("          line " + line.line() + ": " + line.reason()));
        if (book.rejected().size() > MOST_REJECTS_SHOWN) {
            out.println("          and more, see target/demo.json");
        }
        var bar = new ProgressBar(out, isTerminal(), Replay.days(book));
        var tenant = new TenantId(UUID.randomUUID());
        var root = projectRoot();
        try (var platform = Platform.start(PlatformOptions.of(root)
                .backend(options.backend())
                .restartable(true)
                .tenant(tenant)
                .progress(line -> bar.say(stamped(line))))) {
            // Ctrl-C: the platform stops as a whole; close() does nothing a second time.
            Runtime.getRuntime().addShutdownHook(new Thread(platform::close, "platform-stop"));
            boolean holds = replay(platform, tenant, book, bar, root.resolve(Path.of("target", "demo.json")));
            if (options.keep()) {
                keepUp(platform);
            }
            return holds;
        }
    }

    private Book read() {
        if (options.book().isEmpty()) {
            return SampleBook.shipped();
        }
        var file = options.book().get();
        return options.mapping().map(mapping -> BookReader.read(file, mapping)).orElseGet(() -> BookReader.read(file));
    }

    private boolean replay(Platform platform, TenantId tenant, Book book, ProgressBar bar, Path json) {
        long start = System.nanoTime();
        try (var listener = Listener.on(platform.kafka())) {
            var creditor = Creditor.open(
                    platform, tenant, "Sandlådan AB", book.firstDay().minusDays(1), PATIENCE);
            var replay = new Replay(creditor, book, new Replay.Onlooker() {
                @Override
                public void dayBegins(LocalDate day) {
                    bar.dayBegins(day);
                }
            });
            replay.run();
            bar.end();
            say("counting");
            var told = replay.told();
            var outcome = Outcome.of(
                            creditor,
                            book.lastDay(),
                            listener,
                            new Letterbox(platform.mailbox().address()))
                    .and(told.proof());
            double seconds = Duration.ofNanos(System.nanoTime() - start).toMillis() / 1000.0;
            var report = new Report(book, outcome, told, seconds);
            report.write(json);
            out.println();
            report.table().forEach(line -> out.println("  " + line));
            out.println();
            say(String.format(
                    Locale.ROOT,
                    "%d days in %.1f s, %.0f ms a day; the figures are in %s",
                    Replay.days(book),
                    seconds,
                    seconds * 1000 / Replay.days(book),
                    json));
            return outcome.holds();
        }
    }

    /** Waits for Ctrl-C, which ends the program, or for the platform to fail. */
    private void keepUp(Platform platform) {
        say("the platform stays up; addresses and tokens are in " + platform.runFile() + "; Ctrl-C stops it");
        say(platform.failure().join());
    }

    /** JDK 25 answers null again where there is no terminal. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        var console = System.console();
        return console != null && console.isTerminal();
    }

    private void say(String line) {
        out.println(stamped(line));
    }

    private static String stamped(String line) {
        double seconds = Duration.ofNanos(System.nanoTime() - START).toMillis() / 1000.0;
        return String.format(Locale.ROOT, "%6.1f s  %s", seconds, line);
    }

    /** The folder that holds {@code platform/acceptance/target}, in which this class lies. */
    private static Path projectRoot() {
        var folder = Path.of(
                Demo.class.getProtectionDomain().getCodeSource().getLocation().getPath());
        for (int up = 0; up < 4; up++) {
            var parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException("the demo does not lie in the project's folders: " + folder);
            }
            folder = parent;
        }
        return folder;
    }

    private static String reasons(Throwable e) {
        var text = new StringBuilder(String.valueOf(e.getMessage()));
        for (var cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause.getMessage() != null && text.indexOf(cause.getMessage()) < 0) {
                text.append("; ").append(cause.getMessage());
            }
        }
        return text.toString();
    }
}
