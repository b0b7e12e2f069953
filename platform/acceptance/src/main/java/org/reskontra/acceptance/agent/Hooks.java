package org.reskontra.acceptance.agent;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What happens around methods of the service kit. Called from its rewritten classes; sees their objects through
 * reflection only, because it belongs to another class loader.
 */
public final class Hooks {

    /** What happens in the place of a call. */
    interface Hook {
        Object around(Call call) throws Throwable;
    }

    private static final Map<String, Hook> HOOKS = Map.of(
            "Transactions.apart", Hooks::transaction,
            "Outbox.append", Hooks::appended,
            "Relay.publish", call -> passing(Point.BEFORE_SENDING, call),
            "RelayConnection.delete", call -> passing(Point.AFTER_ACKNOWLEDGEMENT, call),
            "EventConsumer.apply", Hooks::received,
            "Consequences.takePublished", call -> passing(Point.BEFORE_OFFSETS, call),
            "MailServer.attempt", Hooks::letter,
            "Positions.fresh", Sabotage::fresh);

    private static final Map<String, Method> METHODS = new ConcurrentHashMap<>();

    /** Sessions in which events were written. */
    private static final Set<Object> WRITING =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    private Hooks() {}

    /** The methods of a class of the kit that are hooked; its name without the package. */
    static Set<String> methodsOf(String type) {
        return HOOKS.keySet().stream()
                .filter(name -> name.startsWith(type + "."))
                .map(name -> name.substring(type.length() + 1))
                .collect(Collectors.toSet());
    }

    /** Called in the place of a method. */
    @SuppressWarnings("unused") // by rewritten classes
    public static Object around(Class<?> owner, String method, Object self, Object[] arguments) throws Throwable {
        var hook = HOOKS.get(owner.getSimpleName() + "." + method);
        if (hook == null) {
            throw new IllegalStateException("nothing is hooked to " + owner + " " + method);
        }
        return hook.around(new Call(owner, method, self, arguments));
    }

    /** A call of a method that was put aside; {@code self} is null for a static one. */
    static final class Call {

        private final Class<?> owner;
        private final String method;
        private final Object self;
        private final Object[] arguments;

        private Call(Class<?> owner, String method, Object self, Object[] arguments) {
            this.owner = owner;
            this.method = method;
            this.self = self;
            this.arguments = arguments;
        }

        Class<?> owner() {
            return owner;
        }

        Object self() {
            return self;
        }

        Object argument(int index) {
            return arguments[index];
        }

        /** What would have happened. */
        Object goOn() throws Throwable {
            return goOn(arguments);
        }

        Object goOn(Object... others) throws Throwable {
            var kept = METHODS.computeIfAbsent(owner.getName() + "." + method, _ -> find(owner, method));
            return invoke(kept, self, others);
        }

        private static Method find(Class<?> owner, String method) {
            var kept = Arrays.stream(owner.getDeclaredMethods())
                    .filter(one -> one.getName().equals(method + Rewriting.KEPT))
                    .findFirst()
                    .orElseThrow();
            kept.setAccessible(true);
            return kept;
        }
    }

    static Object invoke(Method method, Object self, Object... arguments) throws Throwable {
        try {
            return method.invoke(self, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static Object passing(Point point, Call call) throws Throwable {
        Orders.pass(point);
        return call.goOn();
    }

    private static Object letter(Call call) throws Throwable {
        Orders.pass(Point.BEFORE_LETTER);
        var delivery = call.goOn();
        Orders.pass(Point.AFTER_LETTER);
        return delivery;
    }

    private static Object received(Call call) throws Throwable {
        Sabotage.acknowledge(call);
        Orders.pass(Point.RECEIVED);
        return call.goOn();
    }

    private static Object appended(Call call) throws Throwable {
        var tx = call.argument(0);
        WRITING.add(invoke(tx.getClass().getMethod("session"), tx));
        return Orders.wants(Mutation.OUTBOX_OUTSIDE_TRANSACTION) ? Sabotage.appendApart(call) : call.goOn();
    }

    /** A transaction of the kit: its work, then its commit. Only those that wrote events pass the points. */
    @SuppressWarnings("unchecked")
    private static Object transaction(Call call) throws Throwable {
        Sabotage.transactions = call.self();
        var work = (Function<Object, Object>) call.argument(0);
        var session = new Object[1];
        Function<Object, Object> watched = opened -> {
            session[0] = opened;
            return whenDone(work.apply(opened), () -> {
                if (WRITING.contains(opened)) {
                    Orders.pass(Point.BEFORE_COMMIT);
                }
            });
        };
        return whenDone(call.goOn(watched), () -> {
            if (session[0] != null && WRITING.remove(session[0])) {
                Orders.pass(Point.AFTER_COMMIT);
            }
        });
    }

    /** {@code uni.invoke(action)}. */
    private static Object whenDone(Object uni, Runnable action) {
        try {
            var type = Class.forName(
                    "io.smallrye.mutiny.Uni", false, uni.getClass().getClassLoader());
            return type.getMethod("invoke", Runnable.class).invoke(uni, action);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Mutiny is not as it was", e);
        }
    }
}
