package org.reskontra.kit.events;

/** A record that is not what its headers promise; the message says what is wrong and quotes no content. */
public class Unreadable extends Exception {

    public Unreadable(String what) {
        super(what);
    }
}
