package org.reskontra.creditcheck;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaMethodCall;

/** Calls of {@code now()} on anything in {@code java.time}, and of the system's clocks. */
final class IsNow extends DescribedPredicate<JavaMethodCall> {

    IsNow() {
        super("asks what time it is");
    }

    @Override
    public boolean test(JavaMethodCall call) {
        var owner = call.getTargetOwner().getName();
        return owner.startsWith("java.time.") && call.getName().equals("now")
                || owner.equals("java.lang.System") && call.getName().matches("currentTimeMillis|nanoTime");
    }
}
