package org.reskontra.acceptance.agent;

import java.lang.reflect.Constructor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.reskontra.acceptance.agent.Hooks.Call;

/** The {@link Mutation}s: the kit as it would be if somebody had got it wrong. */
final class Sabotage {

    /** The kit's own, once it has opened a transaction. */
    static volatile Object transactions;

    private Sabotage() {}

    /** Runs {@code Outbox.append(tx, topic, rows)} in a transaction beside that of tx. */
    static Object appendApart(Call call) throws Throwable {
        var tx = call.argument(0);
        var tenant = call(tx, "tenant");
        var constructor = constructorOfTx(tx.getClass());
        Function<Object, Object> work = session -> {
            try {
                var apart = constructor.newInstance(session, tenant);
                return call.goOn(apart, call.argument(1), call.argument(2));
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        };
        var kit = transactions;
        return Hooks.invoke(kit.getClass().getMethod("apart", Function.class), kit, work);
    }

    private static Constructor<?> constructorOfTx(Class<?> type) {
        for (var constructor : type.getDeclaredConstructors()) {
            if (constructor.getParameterCount() == 2) {
                constructor.setAccessible(true);
                return constructor;
            }
        }
        throw new IllegalStateException(type + " is not as it was");
    }

    /** Commits the offsets of what {@code EventConsumer.apply(consumer, records)} is about to apply. */
    static void acknowledge(Call call) throws Throwable {
        if (Orders.wants(Mutation.ACKNOWLEDGED_EARLY)) {
            var consumer = call.argument(0);
            Hooks.invoke(consumer.getClass().getMethod("commitSync"), consumer);
        }
    }

    /** {@code Positions.fresh(events, versions)}: takes every event for a new one. */
    @SuppressWarnings("unchecked")
    static Object fresh(Call call) throws Throwable {
        if (!Orders.wants(Mutation.NO_VERSION_CHECK)) {
            return call.goOn();
        }
        var events = (List<Object>) call.argument(0);
        var versions = (Map<Object, Long>) call.argument(1);
        for (var event : events) {
            long version = (Long) call(call(event, "envelope"), "aggregateVersion");
            versions.merge(key(call.owner(), event), version, Math::max);
        }
        return new ArrayList<>(events);
    }

    /** {@code Positions.Key.of(event)}. */
    private static Object key(Class<?> positions, Object event) throws Throwable {
        var of = Class.forName(positions.getName() + "$Key", false, positions.getClassLoader())
                .getDeclaredMethod("of", event.getClass());
        of.setAccessible(true);
        return Hooks.invoke(of, null, event);
    }

    /** The value of a component of a record, or of a method like one. */
    private static Object call(Object self, String name) throws Throwable {
        var method = self.getClass().getDeclaredMethod(name);
        method.setAccessible(true);
        return Hooks.invoke(method, self);
    }
}
