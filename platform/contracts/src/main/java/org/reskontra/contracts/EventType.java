package org.reskontra.contracts;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names a published event: the record it stands on is the promise made under this name and version. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface EventType {

    /** Kebab case, past tense: {@code invoice-issued}. */
    String name();

    /** Major version, from 1; a change that an old reader cannot take is a new record with the next version. */
    int version() default 1;
}
