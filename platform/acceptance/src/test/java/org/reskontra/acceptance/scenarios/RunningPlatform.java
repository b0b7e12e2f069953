package org.reskontra.acceptance.scenarios;

import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.reskontra.acceptance.partner.Letterbox;
import org.reskontra.acceptance.partner.Listener;
import org.reskontra.localstack.Backend;
import org.reskontra.localstack.Platform;
import org.reskontra.localstack.PlatformOptions;
import org.reskontra.localstack.services.Service;

/** The packaged services on a local stack: started once for all tests of this module, stopped after the last. */
public final class RunningPlatform implements ParameterResolver {

    /** What tests get hold of. */
    static final class Running implements AutoCloseable {

        final Platform platform;
        final Listener listener;
        final Letterbox letterbox;

        private Running(Platform platform) {
            this.platform = platform;
            this.listener = Listener.on(platform.kafka());
            this.letterbox = new Letterbox(platform.mailbox().address());
        }

        private static Running start() {
            var module = Path.of("").toAbsolutePath();
            var root = module.getParent().getParent();
            var target = module.resolve("target");
            return new Running(Platform.start(PlatformOptions.of(root)
                    .backend(Backend.ofName(System.getProperty(Backend.PROPERTY, "embedded")))
                    .anyPorts()
                    .restartable(true)
                    .runFile(target.resolve("run.json"))
                    .logs(target.resolve("logs"))));
        }

        /** As {@code kill -9}, and a new start when it is gone. */
        void killAndRestart(Service service) {
            platform.kill(service);
            platform.restart(service);
        }

        /** Asks a service to stop, as an operator does, and returns when it has. */
        void stop(Service service) {
            var process = ProcessHandle.of(platform.pid(service)).orElseThrow();
            process.destroy();
            try {
                process.onExit().join();
            } catch (CompletionException e) {
                throw new IllegalStateException(service.fullName() + " does not stop", e);
            }
        }

        @Override
        public void close() {
            listener.close();
            platform.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Running.class || type == Story.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = context.getRoot()
                .getStore(Namespace.create(RunningPlatform.class))
                .computeIfAbsent(Running.class, type -> Running.start(), Running.class);
        return parameter.getParameter().getType() == Running.class ? running : new Story(running);
    }
}
