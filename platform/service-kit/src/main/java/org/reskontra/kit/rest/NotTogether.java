package org.reskontra.kit.rest;

/** One of several commands cannot be run together with the others. */
public class NotTogether extends RuntimeException {

    public NotTogether(String why) {
        super(why, null, false, false);
    }
}
