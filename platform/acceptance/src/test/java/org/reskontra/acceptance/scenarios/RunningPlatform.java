package org.reskontra.acceptance.scenarios;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.reskontra.acceptance.chaos.Rig;
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

        final Rig rig;
        final Platform platform;
        final Listener listener;
        final Letterbox letterbox;

        private Running(Rig rig) {
            this.rig = rig;
            this.platform = rig.platform();
            this.listener = rig.listener();
            this.letterbox = rig.letterbox();
        }

        private static Running start() {
            var module = Path.of("").toAbsolutePath();
            var root = module.getParent().getParent();
            var target = module.resolve("target");
            return new Running(Rig.start(
                    PlatformOptions.of(root)
                            .backend(Backend.ofName(System.getProperty(Backend.PROPERTY, "embedded")))
                            .anyPorts()
                            .runFile(target.resolve("run.json"))
                            .logs(target.resolve("logs")),
                    target.resolve("chaos")));
        }

        /** Has something happen while no service runs; returns when all of them run again. */
        void whileAllAreStopped(Runnable something) {
            var services = List.of(Service.values());
            services.forEach(rig::leaveAlone);
            services.forEach(this::stop);
            something.run();
            services.forEach(rig::returnToCare);
            rig.awaitCare();
        }

        /** Asks a service to stop, as an operator does, and returns when it has. */
        private void stop(Service service) {
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
            rig.close();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        var type = parameter.getParameter().getType();
        return type == Running.class || type == Story.class || type == Rig.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var running = context.getRoot()
                .getStore(Namespace.create(RunningPlatform.class))
                .computeIfAbsent(Running.class, _ -> Running.start(), Running.class);
        var type = parameter.getParameter().getType();
        return type == Running.class ? running : type == Rig.class ? running.rig : new Story(running);
    }
}
